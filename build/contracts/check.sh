#!/bin/sh
# Validates the contracts in spec/, or in the folder given. Needs Node 20 or newer; fetches its tools on the first run.
#   build/contracts/check.sh             the contracts
#   build/contracts/check.sh <folder>    contracts elsewhere
#   build/contracts/check.sh --selftest  that each check finds what it is there for
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
[ -d "$here/node_modules" ] || (cd "$here" && npm ci --silent --ignore-scripts)
if [ "${1:-}" = --selftest ]; then exec node "$here/selftest.mjs"; fi
exec node "$here/check.mjs" "$@"
