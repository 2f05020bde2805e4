# Sourced by checks that use ClientGen as a stranger does: packs it, and copies tests/Consumers/Lighthouse to "$work/lighthouse", where the packages
# come from the folder "$work/feed". Builds nothing that is built already.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build src/ClientGen -v:q
for package in ClientGen.Runtime ClientGen; do
  dotnet pack "src/$package" --no-build -c Debug -v:q -o "$work/feed"
done
cp -r tests/Consumers/Lighthouse "$work/lighthouse"
cat >"$work/nuget.config" <<NUGET
<configuration>
  <packageSources><add key="packed" value="$work/feed" /></packageSources>
</configuration>
NUGET
export NUGET_PACKAGES=$work/cache
CLIENTGEN_VERSION=$(basename "$work"/feed/ClientGen.Runtime.*.nupkg .nupkg | sed 's/^ClientGen\.Runtime\.//')
export CLIENTGEN_VERSION

fail() {
  echo "FAIL  $1"
  [ $# -lt 2 ] || cat "$2"
  exit 1
}
