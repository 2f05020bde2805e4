namespace ClientGen.Specs.Reading;

/// <summary>What a finding of the reading stage means.</summary>
/// <param name="Id">The stable id, such as <c>CG9101</c>.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Help">Why it matters and what to do.</param>
public sealed record ReadingRule(string Id, string Title, string Help)
{
    /// <summary>The address of the rule's page.</summary>
    public string HelpLink => $"https://github.com/clientgen/clientgen/blob/main/docs/rules/{Id}.md";
}

/// <summary>The rules that reading a contract can report.</summary>
public static class ReadingRules
{
    /// <summary>The text is not JSON or YAML at this place.</summary>
    public static ReadingRule Syntax { get; } = new("CG9101",
        "A contract is not well-formed JSON or YAML",
        "Everything that could be understood is still used. Correct the text at the marked place; the first finding of a file " +
        "often causes the others.");

    /// <summary>A mapping has the same key twice.</summary>
    public static ReadingRule DuplicateKey { get; } = new("CG9102",
        "A key appears twice in one mapping",
        "JSON and YAML leave open which of the two values counts, so tools disagree. ClientGen uses the first. Remove or rename one.");

    /// <summary>The document is larger, deeper or more expanded than we read.</summary>
    public static ReadingRule Limit { get; } = new("CG9103",
        "A contract exceeds a reading limit",
        "Limits keep one file from stopping the compiler: 32 Mi characters, 256 levels, 2,000,000 values with YAML aliases " +
        "expanded. What lies beyond is left out. Split the contract into several files.");

    /// <summary>The standard's version is missing or is not one that we read.</summary>
    public static ReadingRule Version { get; } = new("CG9104",
        "The version of a contract is missing or not supported",
        "ClientGen reads OpenAPI 3.0 and 3.1, AsyncAPI 3.0, and Arazzo 1.0 and 1.1. Later minor versions are read " +
        "as the newest of these, with a warning. Convert older contracts first.");

    /// <summary>A reference leads nowhere.</summary>
    public static ReadingRule Reference { get; } = new("CG9105",
        "A reference cannot be resolved",
        "References reach values in the same file and in the other files that the build lists. ClientGen opens no other file and " +
        "no URL. Correct the reference, or list the file.");

    /// <summary>Every rule of this stage, by id.</summary>
    public static IReadOnlyList<ReadingRule> All { get; } = [Syntax, DuplicateKey, Limit, Version, Reference];
}
