#!/bin/sh
# Makes the simulator's abstract controllers from the contracts with NSwag. Needs Node, npm and the .NET SDK.
#
#   build/nswag/generate.sh           writes src/ContactCenter.Simulator/Generated/*.cs
#   build/nswag/generate.sh --check   writes nothing; exits with 1 when a committed file differs from what the contracts give
#
# A plain build needs none of this: the generated files are committed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
# NSWAG_DLL names an NSwag from elsewhere; its version must be that of package.json, or the check fails.
nswag="${NSWAG_DLL:-$here/node_modules/nswag/bin/binaries/Net100/dotnet-nswag.dll}"

case "${1:-}" in
    '') target="$root/src/ContactCenter.Simulator/Generated" ;;
    --check) target=$(mktemp -d) && trap 'rm -rf "$target"' EXIT ;;
    *) echo "usage: generate.sh [--check]" >&2; exit 2 ;;
esac

if [ ! -f "$nswag" ]; then
    [ -z "${NSWAG_DLL:-}" ] || { echo "There is no $NSWAG_DLL." >&2; exit 2; }
    (cd "$here" && npm ci --silent)
fi
mkdir -p "$target"

# generate <contract> <name> [further options]
generate() {
    contract=$1 name=$2
    shift 2
    # SystemTextJson: ASP.NET Core's own serializer, so that the simulator needs no second one.
    # Nullable types and ActionResult: absent members and statuses other than 200 can be said.
    (cd "$root" && dotnet "$nswag" openapi2cscontroller \
        "/Input:spec/$contract" "/Output:$target/$name.cs" \
        "/ClassName:$name" "/Namespace:ContactCenter.Simulator.Generated.$name" \
        /ControllerStyle:Abstract /ControllerBaseClass:Microsoft.AspNetCore.Mvc.ControllerBase \
        /OperationGenerationMode:SingleClientFromOperationId /UseActionResultType:true /UseCancellationToken:true \
        /JsonLibrary:SystemTextJson /JsonLibraryVersion:10.0 /JsonPolymorphicSerializationStyle:SystemTextJson \
        /GenerateNullableReferenceTypes:true /GenerateOptionalPropertiesAsNullable:true /GenerateJsonMethods:false \
        /ArrayType:System.Collections.Generic.IReadOnlyList /ResponseArrayType:System.Collections.Generic.IReadOnlyList \
        /NewLineBehavior:LF "$@" >"$target/.log") || { cat "$target/.log" >&2; exit 1; }
    rm -f "$target/.log"
}

# The excluded operations are by hand; docs/nswag.md has the reason for each.
generate fabric.openapi.yaml Fabric
generate cc-messaging.openapi.yaml Messaging /ExcludedOperationIds:sendAsync,getClickToCallEvents,getSatisfactionSurveyMode
generate rtc-voice.openapi.yaml Rtc

if [ "${1:-}" = --check ]; then
    if diff -r "$root/src/ContactCenter.Simulator/Generated" "$target" >"$target.diff"; then
        rm -f "$target.diff"
        echo "The generated controllers are fresh."
    else
        head -40 "$target.diff" >&2
        rm -f "$target.diff"
        echo "The generated controllers are stale. Run build/nswag/generate.sh and commit what it writes." >&2
        exit 1
    fi
fi
