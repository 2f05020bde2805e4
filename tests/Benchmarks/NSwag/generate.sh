#!/bin/sh
# Makes the NSwag peers of the benchmarks from the contracts, with the NSwag that build/nswag pins. Needs Node, npm and the .NET SDK.
#
#   tests/Benchmarks/NSwag/generate.sh           writes *.cs beside this script
#   tests/Benchmarks/NSwag/generate.sh --check   writes nothing; exits with 1 when a file differs from what the contracts give
#
# A plain build needs none of this: the generated files are committed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
tool="$root/build/nswag"
nswag="$tool/node_modules/nswag/bin/binaries/Net100/dotnet-nswag.dll"

case "${1:-}" in
    '') target="$here" ;;
    --check) target=$(mktemp -d) && trap 'rm -rf "$target"' EXIT ;;
    *) echo "usage: generate.sh [--check]" >&2; exit 2 ;;
esac

[ -f "$nswag" ] || (cd "$tool" && npm ci --silent)

# generate <contract> <name> [further options]
generate() {
    contract=$1 name=$2
    shift 2
    # The options of someone who wants NSwag at its best: System.Text.Json, nullable types, no ToJson methods, a client that is handed in.
    (cd "$root" && dotnet "$nswag" openapi2csclient \
        "/Input:spec/$contract" "/Output:$target/$name.cs" "/ClassName:${name}Client" "/Namespace:Benchmarks.NSwag.$name" \
        /OperationGenerationMode:SingleClientFromOperationId /InjectHttpClient:true /DisposeHttpClient:false \
        /JsonLibrary:SystemTextJson /JsonLibraryVersion:10.0 /JsonPolymorphicSerializationStyle:SystemTextJson \
        /GenerateNullableReferenceTypes:true /GenerateOptionalPropertiesAsNullable:true /GenerateOptionalParameters:true \
        /GenerateJsonMethods:false /NewLineBehavior:LF "$@" >"$target/.log") || { cat "$target/.log" >&2; exit 1; }
    rm -f "$target/.log"
}

# Only what the benchmarks call: NSwag's methods are long, and unused ones would not change what is measured.
generate cc-messaging.openapi.yaml Messaging /IncludedOperationIds:send,getClickToCallEvents
# NSwag leaves webhooks out, but not the types of their bodies.
generate rtc-voice.openapi.yaml Rtc /GenerateClientClasses:false

if [ "${1:-}" = --check ]; then
    for file in Messaging Rtc; do
        cmp -s "$here/$file.cs" "$target/$file.cs" || { echo "tests/Benchmarks/NSwag/$file.cs is stale. Run generate.sh beside it." >&2; exit 1; }
    done
    echo "The NSwag peers are fresh."
fi
