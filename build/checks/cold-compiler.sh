#!/usr/bin/env bash
# The generator has to load in a compiler that has never seen it: a warm compiler server hides a missing assembly, which otherwise shows only
# as warning CS8785 and a page of errors.
set -eu
cd "$(dirname "$0")/../.."

for server in false true; do
  dotnet build-server shutdown >/dev/null 2>&1 || true
  dotnet build src/ContactCenter.Messaging --no-incremental --no-dependencies --no-restore -p:UseSharedCompilation=$server -warnaserror
done
