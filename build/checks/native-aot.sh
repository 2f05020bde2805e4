#!/usr/bin/env bash
# The demo's client half as a native program, without one trimming or AOT warning (warnings are errors), against a simulator in another process.
# Usage: build/checks/native-aot.sh [framework]   net9.0 or net10.0
#
# The runtime and clients are published for the newest framework whose native runtime the package source holds: some registries lack
# Microsoft.NETCore.App.Runtime.NativeAOT, which .NET 10 needs and .NET 9 does not. The sources are the same.
set -eu
cd "$(dirname "$0")/../.."

rid=linux-x64
work=$(mktemp -d)
simulator=
finish() {
  [ -z "$simulator" ] || kill "$simulator" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

publish() {
  # Without clang, gcc links as well.
  linker=$(command -v clang >/dev/null || echo -p:CppCompilerAndLinker=gcc)
  dotnet publish src/ContactCenter.Demo.Client -c Release -r $rid -v q -nologo -warnaserror \
    -p:NativeAot=true -p:ClientFramework="$1" $linker -o "$work/client"
}

echo "Publishing for ${1:-net10.0}."
if ! publish "${1:-net10.0}" >"$work/log" 2>&1; then
  if [ $# -gt 0 ] || ! grep -q 'NU1101.*Runtime\.NativeAOT' "$work/log"; then
    cat "$work/log"
    exit 1
  fi
  echo "The package source has no native runtime for .NET 10: publishing for net9.0."
  publish net9.0
fi

dotnet build src/ContactCenter.Simulator -v q -nologo
dotnet run --no-build --project src/ContactCenter.Simulator -- --port 0 --speed fast >"$work/simulator" &
simulator=$!
for _ in $(seq 100); do
  url=$(sed -n 's/^Listening on \(http[^ ]*\) .*/\1/p' "$work/simulator")
  [ -z "$url" ] || break
  sleep 0.1
done
[ -n "$url" ] || { echo "The simulator did not start."; exit 1; }

"$work/client/ContactCenter.Demo.Client" --url "$url" | tee "$work/output"
grep -q '^ok .*text-then-call' "$work/output"
ls -l "$work/client/ContactCenter.Demo.Client" | awk '{ print "Native program: " $5 " bytes." }'
