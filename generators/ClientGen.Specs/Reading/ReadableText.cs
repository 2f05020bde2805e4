using System.Runtime.InteropServices;
using System.Text;

namespace ClientGen.Specs.Reading;

/// <summary>
/// Takes out of a text what no later stage can carry: NUL, which parsers take for the end, and halves of surrogate pairs, which
/// UTF-8 cannot hold. Each becomes U+FFFD, so that every offset stays what it was.
/// </summary>
internal static class ReadableText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text to read; the same one where nothing had to be replaced.</summary>
    public static SpecText Of(SpecText source, FindingList findings)
    {
        var text = source.Text;
        if (IsPlainlyReadable(text))
            return source;

        char[]? cleaned = null;
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character != '\0' && (character & 0xF800) != 0xD800)
                continue;
            if (char.IsHighSurrogate(character) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
                continue;
            }

            cleaned ??= text.ToCharArray();
            cleaned[at] = Replacement;
            findings.Error(ReadingRules.Syntax, at, 1, character == '\0'
                ? "A NUL character stands here; no contract contains one. Remove it, and check that the file is saved as UTF-8."
                : "Half of a surrogate pair stands here, which is no character. Replace it, and check that the file is saved as UTF-8.");
        }

        return cleaned is null ? source : new SpecText(new string(cleaned));
    }

    /// <summary>Whether there is no NUL and nothing from U+8000 on; nearly every contract is like that, and this costs little to see.</summary>
    private static bool IsPlainlyReadable(string text)
    {
        if (text.IndexOf('\0') >= 0)
            return false;

        // Four characters at a time; a tail of up to three is looked at one by one.
        var fours = MemoryMarshal.Cast<char, ulong>(text.AsSpan());
        foreach (var four in fours)
        {
            if ((four & 0x8000_8000_8000_8000) != 0)
                return false;
        }

        for (var at = fours.Length * 4; at < text.Length; at++)
        {
            if (text[at] >= 0x8000)
                return false;
        }

        return true;
    }

    /// <summary>A value with halves of surrogate pairs, which escapes can produce, replaced; null where there are none.</summary>
    public static string? WithoutHalves(string value)
    {
        StringBuilder? cleaned = null;
        for (var at = 0; at < value.Length; at++)
        {
            if ((value[at] & 0xF800) != 0xD800)
                continue;
            if (char.IsHighSurrogate(value[at]) && at + 1 < value.Length && char.IsLowSurrogate(value[at + 1]))
                at++;
            else
                (cleaned ??= new StringBuilder(value))[at] = Replacement;
        }

        return cleaned?.ToString();
    }
}
