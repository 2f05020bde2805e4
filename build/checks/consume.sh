#!/usr/bin/env bash
# Uses the packages as strangers do: packs them into a folder, and builds the projects of tests/Consumers elsewhere, with an empty package cache.
# Usage: build/checks/consume.sh [arguments of dotnet pack]   such as -c Debug, where that is built already
set -eu
cd "$(dirname "$0")/../.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
feed=$work/feed

[ $# -gt 0 ] || set -- -c Release -p:ContinuousIntegrationBuild=true
dotnet pack ClientGen.sln -v q -o "$feed" "$@"

# The machine's own sources stay; the packages under test come from the folder.
cp -r tests/Consumers "$work/consumers"
cat >"$work/nuget.config" <<END
<configuration>
  <packageSources><add key="packed" value="$feed" /></packageSources>
</configuration>
END
export NUGET_PACKAGES=$work/cache
CLIENTGEN_VERSION=$(basename "$feed"/ClientGen.Runtime.*.nupkg .nupkg | sed 's/^ClientGen\.Runtime\.//')
export CLIENTGEN_VERSION
cd "$work/consumers"

fail() {
  echo "FAIL  $1"
  [ $# -lt 2 ] || cat "$2"
  exit 1
}

# build LOG PROJECT [arguments]
build() {
  local log=$work/$1.log
  shift
  dotnet build "$@" -v q -tl:off -clp:NoSummary >"$log" 2>&1
}

# shows FILE TEXT: the file has a line with the text
shows() {
  grep -qF -- "$2" "$1" || fail "expected: $2" "$1"
}

for package in ClientGen ClientGen.Runtime ClientGen.Cli ContactCenter.{Fabric,Messaging,Rtc,VideoSignalling,Simulator}; do
  [ -f "$feed/$package.$CLIENTGEN_VERSION.nupkg" ] || fail "there is no package $package"
done
for entry in analyzers/dotnet/cs/{ClientGen.Generator,ClientGen.Specs,ClientGen.Emitter,ClientGen.Analyzers,ClientGen.CodeFixes,YamlDotNet}.dll \
  {build,buildTransitive}/ClientGen.{props,targets} README.md icon.png; do
  unzip -l "$feed/ClientGen.$CLIENTGEN_VERSION.nupkg" | grep -qE " $entry\$" || fail "the package ClientGen has no $entry"
done
echo "ok    the packages are complete"

build misuse Misuse || fail "a user of one package cannot build" "$work/misuse.log"
shows "$work/misuse.log" "Program.cs(7,7): warning CG1001"
shows "$work/misuse.log" "warning CG3001"
[ -z "$(find Misuse/obj -path '*ClientGen.Generator*' -name '*.cs')" ] || fail "something is generated for a project without contracts"
! grep -q 'CS8785\|CS9057' "$work/misuse.log" || fail "the compiler did not load the generator" "$work/misuse.log"
echo "ok    a user of ContactCenter.Messaging is held to the protocol"

build own OwnContracts || fail "a team's own contracts do not build" "$work/own.log"
dotnet run --no-build --project OwnContracts >"$work/own.out"
shows "$work/own.out" "pet: Rex, Hungry, born 2020"
shows "$work/own.out" "no pet: True"
shows "$work/own.out" "lamp: hall, True"
generated=$(find OwnContracts/obj -path '*ClientGen.Generator*' -name 'pets.openapi.Types.Pet.g.cs')
[ -n "$generated" ] || fail "generated code was not written to disk"
shows "$generated" "/// <summary>"
shows OwnContracts/bin/Debug/net10.0/OwnContracts.xml "An animal with a name."
echo "ok    a team's own contracts, in YAML and JSON, are called"

build nullable OwnContracts -p:Nullable=disable -p:LangVersion=12 --no-restore || fail "generated code needs nullable enabled" "$work/nullable.log"
! build language OwnContracts -p:LangVersion=7.3 -p:ImplicitUsings=disable -p:Nullable=disable --no-restore || fail "C# 7.3 was compiled"
[ "$(grep -E 'error' "$work/language.log" | sort -u | grep -oE 'error [A-Z]+[0-9]+|[0-9]+ Error')" = "error CG9030" ] || fail "C# 7.3 gets more than one finding" "$work/language.log"
shows "$work/language.log" "Set <LangVersion>12</LangVersion>"
echo "ok    nullable disabled compiles, and an old C# version is told what to set"

build callbacks Callbacks || fail "a receiver of callbacks does not build" "$work/callbacks.log"
dotnet run --no-build --project Callbacks >"$work/callbacks.out"
for line in "callback: answer" "callback: disconnect" "fee records: 1" "violations: 0"; do
  shows "$work/callbacks.out" "$line"
done
echo "ok    callbacks of the simulator are received"

build framework OldFramework || fail "netstandard2.0 or .NET Framework does not compile" "$work/framework.log"
echo "ok    netstandard2.0 and .NET Framework compile"

dotnet run --project Symbols -- "$feed" "$CLIENTGEN_VERSION" >"$work/symbols.out"
cat "$work/symbols.out"
! grep -vE ' 0 lost$' "$work/symbols.out" || fail "some source cannot be reached"
grep -qE 'Messaging \(nupkg\): [1-9][0-9]* embedded, [1-9][0-9]* documented' "$work/symbols.out" || fail "generated code is not embedded"
grep -qE 'Runtime .* [1-9][0-9]* linked' "$work/symbols.out" || fail "the runtime's source has no address"
echo "ok    source is embedded or linked"

dotnet tool install ClientGen.Cli --version "$CLIENTGEN_VERSION" --tool-path "$work/tools" >"$work/tool.log" 2>&1 || fail "the tool does not install" "$work/tool.log"
"$work/tools/clientgen" lint OwnContracts/spec/pets.openapi.yaml || fail "the tool does not run"
echo "ok    the command line is installed as a tool"
