using System.Text.Json;
using ClientGen.Specs.Contracts;

namespace ClientGen.Cli.Contracts;

/// <summary>What MSBuild says of a project: its contracts, its root namespace, what it references.</summary>
/// <param name="Contracts">The <c>ClientGenSpec</c> items, in order.</param>
/// <param name="RootNamespace">Where default namespaces begin.</param>
/// <param name="DeclinesKiota">Whether it says <c>ClientGenKiota</c> is false.</param>
/// <param name="References">Simple names of referenced assemblies; empty where they were not asked for.</param>
internal sealed record MsBuildProject(IReadOnlyList<ListedContract> Contracts, string RootNamespace, bool DeclinesKiota, IReadOnlyList<string> References)
{
    /// <summary>Asks MSBuild.</summary>
    /// <param name="path">The project file.</param>
    /// <param name="withReferences">Whether references are resolved too; the project must have been restored.</param>
    /// <param name="cancellationToken">Ends the other process.</param>
    public static MsBuildProject Load(string path, bool withReferences, CancellationToken cancellationToken)
    {
        string[] resolve = withReferences ? ["-t:ResolveReferences", "-p:BuildProjectReferences=false", "-p:DesignTimeBuild=true", "-getItem:ReferencePath"] : [];
        var answer = MsBuild.Ask(path, ["RootNamespace", "ClientGenKiota"], ["ClientGenSpec"], resolve, cancellationToken);
        return new MsBuildProject(
            [.. MsBuild.Items(answer, "ClientGenSpec").Select(Contract)],
            MsBuild.Property(answer, "RootNamespace"),
            MsBuild.Property(answer, "ClientGenKiota").Trim().Equals("false", StringComparison.OrdinalIgnoreCase),
            [.. MsBuild.Items(answer, "ReferencePath").Select(static item => MsBuild.Metadata(item, "Filename") ?? "")]);
    }

    /// <summary>The contract that a <c>ClientGenSpec</c> item lists.</summary>
    public static ListedContract Contract(JsonElement item) => new(
        (MsBuild.Metadata(item, "FullPath") ?? "").Replace('\\', '/'), MsBuild.Metadata(item, "Namespace"), MsBuild.Metadata(item, "Generate")?.ToLowerInvariant() switch
        {
            "false" => ContractUse.Refer,
            "endpoints" => ContractUse.Endpoints,
            _ => ContractUse.Generate,
        });
}
