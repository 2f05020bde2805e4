namespace ClientGen.Specs.Reading;

/// <summary>
/// YAML 1.1 broke lines at U+0085, U+2028 and U+2029, and YamlDotNet still does. YAML 1.2 section 5.4: "to ensure JSON
/// compatibility, YAML treats them as non-break characters as of version 1.2". So they are hidden from the scanner behind
/// noncharacters, which texts do not use.
/// </summary>
internal static class YamlLineBreaks
{
    private static readonly char[] Breaks = ['\u0085', '\u2028', '\u2029'];
    private static readonly char[] Hidden = ['\uFDD0', '\uFDD1', '\uFDD2'];

    /// <summary>The text for the scanner, with every offset as it was.</summary>
    public static string Hide(string text) => Replace(text, Breaks, Hidden);

    /// <summary>What the scanner read, as the text had it.</summary>
    public static string Reveal(string value) => Replace(value, Hidden, Breaks);

    private static string Replace(string text, char[] from, char[] to)
    {
        if (text.IndexOfAny(from) < 0)
            return text;

        for (var kind = 0; kind < from.Length; kind++)
            text = text.Replace(from[kind], to[kind]);
        return text;
    }
}
