#!/usr/bin/env bash
# tests/Misuse misuses every rule once. A build prints each misuse once, on its line, and nothing else. "dotnet format analyzers" mends what
# has a code fix: afterwards those projects build without a warning.
set -eu
cd "$(dirname "$0")/../.."

# A copy beside the original, so that its paths and Directory.Build.props hold.
copy=$(mktemp -d tests/Misuse.XXXXXX)
trap 'rm -rf "$copy"' EXIT
cp -r tests/Misuse/. "$copy"
find "$copy" -depth \( -name obj -o -name bin \) -exec rm -rf {} +

# What the comments of a project promise, as "File.cs:12 CG1234".
promised() {
  local file
  for file in "$1"*.cs; do
    sed -nE 's|.*// (CG[0-9]{4})$|\1|;T;=;p' "$file" | paste -d' ' - - | sed "s|^|$(basename "$file"):|"
  done | sort
}

# What a build of it prints, in the same form. The summary repeats everything and is cut off.
printed() {
  dotnet restore "$1" -v:q >&2
  dotnet build "$1" --no-restore --no-incremental --no-dependencies -tl:off -v:m | sed '/^Build /,$d' |
    sed -nE 's#^(.*/)?([^/(]+)(\(([0-9]+),[0-9]+\))? ?: (warning|error) ([A-Z]+[0-9]+): .*#\2:\4 \6#p' | sort
}

# Builds what all of them reference.
dotnet build tests/Misuse/Mended -m:1 -v:q

failed=0
for project in tests/Misuse/*/; do
  if ! diff <(promised "$project") <(printed "$project"); then
    echo "The build does not print what the comments in $project promise (<), or prints something else (>)."
    failed=1
  fi
done

# The quick half, which says whether every misuse is seen.
[ "${1:-}" != --build-only ] || exit "$failed"

for project in "$copy"/Mended*/; do
  name=$(basename "$project")
  dotnet restore "$project" -v:q
  dotnet format analyzers "$project" --severity warn --no-restore
  left=$(printed "$project")
  if [ -n "$left" ]; then
    printf 'This is left of %s:\n%s\n' "$name" "$left"
    diff -rU3 -x obj -x bin "tests/Misuse/$name" "$project" || true
    failed=1
  fi
done
[ "$failed" -eq 0 ] || exit 1
echo "Every misuse is printed once, and what has a fix is mended."
