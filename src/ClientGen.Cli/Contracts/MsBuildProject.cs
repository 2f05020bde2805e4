using System.Diagnostics;
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
    /// <summary>Asks MSBuild, so that imports, conditions and globs count as they do in a build.</summary>
    /// <param name="path">The project file.</param>
    /// <param name="withReferences">Whether references are resolved too; the project must have been restored.</param>
    /// <param name="cancellationToken">Ends the other process.</param>
    public static MsBuildProject Load(string path, bool withReferences, CancellationToken cancellationToken)
    {
        string[] resolve = withReferences
            ? ["-t:ResolveReferences", "-p:BuildProjectReferences=false", "-p:DesignTimeBuild=true", "-getItem:ReferencePath"]
            : [];
        var answer = Run(path, ["msbuild", path, "-nologo", "-getItem:ClientGenSpec", "-getProperty:RootNamespace,ClientGenKiota", .. resolve], cancellationToken);
        using var json = JsonDocument.Parse(answer);
        var items = json.RootElement.GetProperty("Items");
        var properties = json.RootElement.GetProperty("Properties");
        return new MsBuildProject(
            [.. Items(items, "ClientGenSpec").Select(Contract)],
            Text(properties, "RootNamespace") ?? "",
            "false".Equals(Text(properties, "ClientGenKiota")?.Trim(), StringComparison.OrdinalIgnoreCase),
            [.. Items(items, "ReferencePath").Select(static item => Text(item, "Filename") ?? "")]);
    }

    private static ListedContract Contract(JsonElement item) => new(
        (Text(item, "FullPath") ?? "").Replace('\\', '/'), Text(item, "Namespace"), Text(item, "Generate")?.ToLowerInvariant() switch
        {
            "false" => ContractUse.Refer,
            "endpoints" => ContractUse.Endpoints,
            _ => ContractUse.Generate,
        });

    private static IEnumerable<JsonElement> Items(JsonElement items, string name) => items.TryGetProperty(name, out var found) ? found.EnumerateArray() : [];

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;

    private static string Run(string path, string[] arguments, CancellationToken cancellationToken)
    {
        var (code, output, error) = OtherProcess.Run("dotnet", arguments, Path.GetDirectoryName(path)!, cancellationToken);
        // Errors of the project itself come on standard output.
        return code == 0 ? output : throw new WrongInputException($"MSBuild cannot evaluate {path}:{Environment.NewLine}{(output + error).Trim()}");
    }
}
