namespace ClientGen.Cli.Rules;

/// <summary>The words of <c>.editorconfig</c> for how severe a rule is.</summary>
internal static class Severities
{
    /// <summary>What takes a setting away.</summary>
    public const string Default = "default";

    /// <summary>What can be set, the most severe first.</summary>
    public static IReadOnlyList<string> All { get; } = ["error", "warning", "suggestion", "silent", "none", Default];

    /// <summary>The word that the compiler takes it for; null when it takes it for nothing.</summary>
    public static string? Normal(string text) => text.Trim().ToLowerInvariant() switch
    {
        "info" or "suggestion" => "suggestion",
        "hidden" or "silent" or "refactoring" => "silent",
        "error" => "error",
        "warning" => "warning",
        "none" => "none",
        Default => Default,
        _ => null,
    };
}
