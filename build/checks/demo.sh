#!/usr/bin/env bash
# The README's first command, piped: plain text that shows each thing the demo promises, and exit code 0.
set -eu
cd "$(dirname "$0")/../.."

output=$(dotnet run --project src/ContactCenter.Demo)
printf '%s\n' "$output"
if printf '%s' "$output" | grep -q $'\033'; then
  echo 'Piped output must hold no colours.'
  exit 1
fi
for promise in 168102 168101 168106 168110 'tokens renewed' 'gave up' callout alerting answer collectInfo disconnect '50 fee records' 'handed over'; do
  printf '%s' "$output" | grep -qF -- "$promise" || { echo "The demo's output does not show: $promise"; exit 1; }
done
