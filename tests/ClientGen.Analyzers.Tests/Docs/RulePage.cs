namespace ClientGen.Analyzers.Tests.Docs;

/// <summary>The page of a rule.</summary>
internal sealed class RulePage
{
    private static readonly string[] Parts =
        ["Cause", "Why it matters", "How to fix", "Code that violates", "Code that does not", "Configuration"];

    private readonly Dictionary<string, string> _parts;

    private RulePage(string heading, Dictionary<string, string> parts) => (Heading, _parts) = (heading, parts);

    /// <summary>The first line.</summary>
    public string Heading { get; }

    /// <summary>The example that the rule reports; null when a page has none.</summary>
    public string? Violating => Block(Parts[3]);

    /// <summary>The example that it leaves alone; null when a page has none.</summary>
    public string? Conforming => Block(Parts[4]);

    /// <summary>Reads the page of a rule, which must have exactly the six parts, none of them empty.</summary>
    public static RulePage Read(string id)
    {
        var text = Repository.Read("docs", "rules", id + ".md");
        Assert.True(text is not null, $"docs/rules/{id}.md is missing.");
        var chapters = ("\n" + text).Split("\n## ");
        var parts = chapters[1..].Select(static chapter => chapter.Split('\n', 2)).ToList();
        Assert.Equal(Parts, parts.Select(static part => part[0]));
        Assert.All(parts, static part => Assert.False(string.IsNullOrWhiteSpace(part[1]), $"'{part[0]}' is empty."));
        return new(chapters[0].Trim(), parts.ToDictionary(static part => part[0], static part => part[1]));
    }

    private string? Block(string part)
    {
        var pieces = _parts[part].Split("\n```");
        if (pieces.Length == 1)
            return null;
        Assert.True(pieces.Length == 3, $"'{part}' has several blocks of code.");
        return pieces[1][(pieces[1].IndexOf('\n') + 1)..];
    }
}
