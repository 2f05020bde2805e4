#!/usr/bin/env bash
# A changed contract is all that a build needs to make its client again; "dotnet watch" notices by itself; and nothing is compiled twice.
# Usage: build/checks/regeneration.sh
set -eu
cd "$(dirname "$0")/../.."
. build/checks/lighthouse.sh
cd "$work/lighthouse"
log=$work/build.log

# builds DESCRIPTION COMPILATIONS VALUES: a build calls the compiler so many times, and the program then knows these values of the enum
builds() {
  dotnet build -v:d -tl:off >"$log" || fail "$1: the build fails" "$log"
  local compilations
  compilations=$(grep -c 'Task "Csc"' "$log" || true)
  [ "$compilations" = "$2" ] || fail "$1: compiled $compilations times instead of $2"
  [ "$(dotnet bin/Debug/net10.0/Lighthouse.dll)" = "Unknown, $3" ] || fail "$1: the program does not have the values $3"
  echo "ok    $1"
}

# edit WAS BECOMES: changes the contract as an editor does that saves a file
edit() {
  sed -i "s/$1/$2/" spec/lighthouse.openapi.yaml
}

builds "a build alone makes the client, and compiles once" 1 "Sail, Fog, Fire, Dawn"
builds "a build without a change compiles nothing" 0 "Sail, Fog, Fire, Dawn"
edit "sail, fog" "sail, whale, fog"
builds "a build after a change of the contract makes it again, and compiles once" 1 "Sail, Whale, Fog, Fire, Dawn"
sed -i 's/timeout: 20000/timeout: 60000/' spec/night.arazzo.yaml
builds "a build after a change of a workflow compiles once" 1 "Sail, Whale, Fog, Fire, Dawn"
grep -q 'Keeper.cs([0-9,]*): warning CG3001' "$log" || fail "the longer deadline marks nothing" "$log"
echo "ok    its longer deadline marks a shorter one in code that nobody touched"

# A process group of its own, so that the watcher goes with all that it started.
setsid dotnet watch --non-interactive run >"$work/watch.log" 2>&1 &
watcher=$!
trap 'kill -- -"$watcher" 2>/dev/null || true; rm -rf "$work"' EXIT

# watched TEXT TIMES: within two minutes the watcher prints a line with the text so many times
watched() {
  local tries
  for tries in $(seq 240); do
    [ "$(grep -c "$1" "$work/watch.log")" -lt "$2" ] || return 0
    sleep 0.5
  done
  fail "the watcher does not print: $1" "$work/watch.log"
}

watched "Sail, Whale" 1
watched "Waiting for a file to change" 1
edit "sail, whale" "sail, seal"
watched "Sail, Seal" 1
watched "Waiting for a file to change" 2
[ "$(grep -c 'Build succeeded' "$work/watch.log")" = 2 ] || fail "the watcher builds more than once for a change" "$work/watch.log"
echo "ok    dotnet watch notices a saved contract, builds once and runs the program"
