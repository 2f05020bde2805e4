using System.Text.RegularExpressions;

namespace ClientGen.Analyzers.Credentials;

/// <summary>Texts that stand where a secret will be, and texts of tests.</summary>
internal static class Placeholder
{
    private const int ShortestSecret = 8;

    private static readonly Regex Words = new(
        @"(?<![a-z])(?:change[-_ ]?me|placeholder|dummy|fake|test|tests|testing|example|sample|your|todo|redacted|not[-_ ]?set|not[-_ ]?used)(?![a-z])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        TimeSpan.FromSeconds(1));

    /// <summary>Whether a text can be no credential.</summary>
    public static bool Is(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length < ShortestSecret || trimmed[0] is '<' or '{' or '[' || trimmed.StartsWith("${", StringComparison.Ordinal) || IsOneCharacter(trimmed))
            return true;
        if (trimmed[0] == '%' && trimmed[trimmed.Length - 1] == '%')
            return true;
        return trimmed.StartsWith("xxx", StringComparison.OrdinalIgnoreCase) || Words.IsMatch(trimmed);
    }

    private static bool IsOneCharacter(string text) => text.All(character => character == text[0]);
}
