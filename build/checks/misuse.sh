#!/usr/bin/env bash
# tests/Misuse misuses every rule once. A build prints each misuse once, on its line, and nothing else. "dotnet format analyzers" mends what
# has a code fix: afterwards that project builds without a warning, and formatting again changes nothing.
set -eu
cd "$(dirname "$0")/../.."

# A copy beside the original, so that its paths and Directory.Build.props hold.
copy=$(mktemp -d tests/Misuse.XXXXXX)
trap 'rm -rf "$copy"' EXIT

# What the comments of a project promise, as "File.cs:12 CG1234".
promised() {
  find "$1" -name '*.cs' -not -path '*/obj/*' -printf '%f\n' | sort | while read -r file; do
    sed -nE "s|.*// (CG[0-9]{4})$|\1|;T;=;p" "$1/$file" | paste -d' ' - - | sed "s|^|$file:|"
  done | sort
}

# What a build prints, in the same form.
printed() {
  dotnet build "$1" -m:1 -v:q >&2
  dotnet build "$1" --no-restore --no-incremental --no-dependencies -tl:off -v:m | sed "/^Build /,\$d" |
    sed -nE 's#^.*/([^/(]+)\(([0-9]+),[0-9]+\): (warning|error) ([A-Z]+[0-9]+): .*#\1:\2 \4#p' | sort
}

failed=0
for project in tests/Misuse/*/; do
  echo "$project"
  if ! diff <(promised "$project") <(printed "$project" 2>/dev/null); then
    echo "The build does not print what the comments of $project promise (<), or prints something else (>)."
    failed=1
  fi
done

cp -r tests/Misuse/. "$copy"
find "$copy" -depth \( -name obj -o -name bin \) -exec rm -rf {} +
for project in "$copy"/Mended*/; do
  dotnet build "$project" -m:1 -v:q >/dev/null
  dotnet format analyzers "$project" --severity info --no-restore
  left=$(printed "$project" 2>/dev/null)
  if [ -n "$left" ]; then
    echo "These are left in $(basename "$project"):"
    echo "$left"
    diff -r -U3 -x obj -x bin "tests/Misuse/$(basename "$project")" "$project" || true
    failed=1
  fi
  dotnet format analyzers "$project" --severity info --no-restore --verify-no-changes || failed=1
done
[ "$failed" -eq 0 ] || exit 1
echo 'Every misuse is printed once, and what has a fix is mended.'
