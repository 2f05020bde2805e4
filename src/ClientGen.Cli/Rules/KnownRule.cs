using System.Text.Json;

namespace ClientGen.Cli.Rules;

/// <summary>A rule about code or about contracts.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Severity">How severe it is where nobody says otherwise, in the words of <c>.editorconfig</c>; <see cref="AsFound"/> for contracts.</param>
/// <param name="HasFix">Whether editors offer a fix.</param>
internal sealed record KnownRule(string Id, string Title, string Category, string Severity, bool HasFix)
{
    /// <summary>The severity of findings that are told with a severity of their own each time.</summary>
    public const string AsFound = "as found";

    private const string OfContracts = "ClientGen.Contract";

    /// <summary>Every rule, by id. The list is the one that the documentation is made from.</summary>
    public static IReadOnlyList<KnownRule> All { get; } = Read();

    /// <summary>Every category, in the order of its first rule.</summary>
    public static IReadOnlyList<string> Categories { get; } = [.. All.Select(static rule => rule.Category).Distinct()];

    /// <summary>Where it is explained.</summary>
    public string Page => $"https://github.com/clientgen/clientgen/blob/main/docs/rules/{Id}.md";

    /// <summary>Whether it is about contracts: its findings stand in no C# file, so that what is said of C# files does not reach them.</summary>
    public bool IsOfContracts => Category == OfContracts;

    /// <summary>The key that says how severe it is.</summary>
    public string Key => $"dotnet_diagnostic.{Id}.severity";

    /// <summary>The key that says how severe all rules of a category are.</summary>
    public static string CategoryKey(string category) => $"dotnet_analyzer_diagnostic.category-{category}.severity";

    private static IReadOnlyList<KnownRule> Read()
    {
        using var stream = typeof(KnownRule).Assembly.GetManifestResourceStream("rules.json")!;
        using var json = JsonDocument.Parse(stream);
        return [.. json.RootElement.EnumerateArray().Select(static rule => new KnownRule(
            Text(rule, "id"), Text(rule, "title"), Text(rule, "category"), Severities.Normal(Text(rule, "severity")) ?? AsFound, rule.GetProperty("fix").GetBoolean()))];
    }

    private static string Text(JsonElement rule, string name) => rule.GetProperty(name).GetString()!;
}
