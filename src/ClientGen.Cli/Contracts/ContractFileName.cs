namespace ClientGen.Cli.Contracts;

/// <summary>Which names contracts have.</summary>
internal static class ContractFileName
{
    private static readonly string[] Endings = [".yaml", ".yml", ".json"];

    /// <summary>Whether a file of this name may be a contract.</summary>
    public static bool MayBe(string name) => Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a file of this name is a project.</summary>
    public static bool IsProject(string name) => name.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);
}
