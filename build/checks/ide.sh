#!/usr/bin/env bash
# What an editor shows: opens a consumer's project in a Roslyn workspace, edits contracts and C#, and compares the times with the same project
# without ClientGen.
# Usage: build/checks/ide.sh
set -eu
cd "$(dirname "$0")/../.."
dotnet build tests/ClientGen.Ide -v:q
tool=$PWD/tests/ClientGen.Ide/bin/Debug/net10.0/ClientGen.Ide
. build/checks/lighthouse.sh

cp -r "$work/lighthouse" "$work/ordinary"
# The generated code on disk is what the ordinary project compiles.
dotnet build "$work/lighthouse" -v:q -clp:NoSummary -p:EmitCompilerGeneratedFiles=true -p:CompilerGeneratedFilesOutputPath="$work/generated"
dotnet restore "$work/ordinary" -v:q -p:OrdinarySource="$work/generated"
"$tool" time "$work/lighthouse/Lighthouse.csproj" "$work/ordinary/Lighthouse.csproj" "$work/generated"
"$tool" check "$work/lighthouse/Lighthouse.csproj"
