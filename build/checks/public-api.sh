#!/usr/bin/env bash
# The public API of the hand-written packages is what their text files say (src/*/PublicAPI, one folder for each framework).
# Usage: build/checks/public-api.sh [--accept]   --accept writes what has changed to PublicAPI.Unshipped.txt; a release moves it to Shipped.
set -eu
cd "$(dirname "$0")/../.."

status=0
for lists in src/*/PublicAPI/*/; do
  project=$(dirname "$(dirname "$lists")")
  framework=$(basename "$lists")
  [ "${1:-}" != --accept ] || echo '#nullable enable' >"$lists/PublicAPI.Unshipped.txt"
  dotnet build "$project" -f "$framework" --no-incremental --no-dependencies -v q -tl:off -p:WarningLevel=9999 >"$lists/log" 2>&1 || { cat "$lists/log"; exit 1; }
  # warning RS0016: Symbol '…' is not part of the declared public API; RS0017: Symbol '…' is part of the declared API, but is either not public or could not be found
  added=$(sed -n "s/.* RS0016: Symbol '\(.*\)' is not part of the declared public API.*/\1/p" "$lists/log" | LC_ALL=C sort -u)
  removed=$(sed -n "s/.* RS0017: Symbol '\(.*\)' is part of the declared API.*/*REMOVED*\1/p" "$lists/log" | LC_ALL=C sort -u)
  rm "$lists/log"
  if [ "${1:-}" = --accept ]; then
    printf '%s\n' "$added" "$removed" | sed '/^$/d' >>"$lists/PublicAPI.Unshipped.txt"
  elif [ -n "$added$removed" ]; then
    echo "$project, $framework: run build/checks/public-api.sh --accept"
    printf '%s\n' "$added" "$removed"
    status=1
  fi
done
exit $status
