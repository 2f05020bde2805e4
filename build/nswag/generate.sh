#!/bin/sh
# Makes the simulator's abstract controllers, and the clients that its tests compare ours with, from the contracts with NSwag. Needs Node, npm
# and the .NET SDK.
#
#   build/nswag/generate.sh           writes src/ContactCenter.Simulator/Generated/*.cs and tests/ContactCenter.NSwag.Tests/Generated/*.cs
#   build/nswag/generate.sh --check   writes nothing; exits with 1 when a committed file differs from what the contracts give
#
# A plain build needs none of this: the generated files are committed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
controllers=src/ContactCenter.Simulator/Generated
clients=tests/ContactCenter.NSwag.Tests/Generated
# NSWAG_DLL names an NSwag from elsewhere; its version must be that of package.json, or the check fails.
nswag="${NSWAG_DLL:-$here/node_modules/nswag/bin/binaries/Net100/dotnet-nswag.dll}"

case "${1:-}" in
    '') target=$root ;;
    --check) target=$(mktemp -d) && trap 'rm -rf "$target"' EXIT ;;
    *) echo "usage: generate.sh [--check]" >&2; exit 2 ;;
esac

if [ ! -f "$nswag" ]; then
    [ -z "${NSWAG_DLL:-}" ] || { echo "There is no $NSWAG_DLL." >&2; exit 2; }
    (cd "$here" && npm ci --silent)
fi
mkdir -p "$target/$controllers" "$target/$clients"
log=$(mktemp)

# run <command> <contract> <output> <class> <namespace> [further options]
run() {
    command=$1 contract=$2 output=$3 class=$4 namespace=$5
    shift 5
    # SystemTextJson: ASP.NET Core's own serializer, so that the simulator needs no second one.
    # Nullable types: absent members can be said.
    (cd "$root" && dotnet "$nswag" "$command" \
        "/Input:spec/$contract" "/Output:$target/$output" "/ClassName:$class" "/Namespace:$namespace" \
        /OperationGenerationMode:SingleClientFromOperationId \
        /JsonLibrary:SystemTextJson /JsonLibraryVersion:10.0 /JsonPolymorphicSerializationStyle:SystemTextJson \
        /GenerateNullableReferenceTypes:true /GenerateOptionalPropertiesAsNullable:true /GenerateJsonMethods:false \
        /NewLineBehavior:LF "$@" >"$log" 2>&1) || { cat "$log" >&2; exit 1; }
}

# controller <contract> <name> [further options]; ActionResult: statuses other than 200 can be said.
controller() {
    contract=$1 name=$2
    shift 2
    run openapi2cscontroller "$contract" "$controllers/$name.cs" "$name" "ContactCenter.Simulator.Generated.$name" \
        /ControllerStyle:Abstract /ControllerBaseClass:Microsoft.AspNetCore.Mvc.ControllerBase /UseActionResultType:true /UseCancellationToken:true \
        /ArrayType:System.Collections.Generic.IReadOnlyList /ResponseArrayType:System.Collections.Generic.IReadOnlyList "$@"
}

# client <contract> <name> [further options]; the types are those of the controllers, which are the same.
client() {
    contract=$1 name=$2
    shift 2
    run openapi2csclient "$contract" "$clients/$name.cs" "NSwag${name}Client" "ContactCenter.NSwag.Tests.Generated.$name" \
        /InjectHttpClient:true /GenerateDtoTypes:false "/AdditionalNamespaceUsages:ContactCenter.Simulator.Generated.$name" "$@"
}

# The excluded operations are by hand; docs/nswag.md has the reason for each.
controller fabric.openapi.yaml Fabric
controller cc-messaging.openapi.yaml Messaging /ExcludedOperationIds:sendAsync,getClickToCallEvents,getSatisfactionSurveyMode
controller rtc-voice.openapi.yaml Rtc
client fabric.openapi.yaml Fabric
client cc-messaging.openapi.yaml Messaging /ExcludedOperationIds:sendAsync
client rtc-voice.openapi.yaml Rtc /ExcludedOperationIds:getRecordLink
rm -f "$log"

if [ "${1:-}" = --check ]; then
    if ! { diff -r "$root/$controllers" "$target/$controllers" && diff -r "$root/$clients" "$target/$clients"; } >"$target/diff"; then
        head -40 "$target/diff" >&2
        echo "What NSwag generates is stale. Run build/nswag/generate.sh and commit what it writes." >&2
        exit 1
    fi
    echo "What NSwag generates is fresh."
fi
