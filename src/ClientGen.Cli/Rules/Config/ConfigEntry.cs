namespace ClientGen.Cli.Rules.Config;

/// <summary>One line that says something.</summary>
/// <param name="Section">The section that it stands in; null before the first.</param>
/// <param name="Key">Its key, lower case.</param>
/// <param name="Value">Its value.</param>
/// <param name="At">The index of its line.</param>
internal sealed record ConfigEntry(string? Section, string Key, string Value, int At);

/// <summary>What holds for a key, and where it is said.</summary>
/// <param name="Value">The value.</param>
/// <param name="File">The file.</param>
/// <param name="Line">The line, one-based.</param>
internal sealed record ConfigSetting(string Value, string File, int Line);
