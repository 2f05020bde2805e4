using System.Buffers;
using System.Text;

namespace System;

/// <summary>Text, and bytes that are text.</summary>
internal static class Texts
{
    extension(char)
    {
        public static bool IsAsciiHexDigit(char c) => c is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F';
    }

    public static bool StartsWith(this string text, char c) => text.Length > 0 && text[0] == c;

    public static bool Contains(this string text, char c, StringComparison comparison = StringComparison.Ordinal) =>
        text.IndexOf(c.ToString(), comparison) >= 0;

    public static int IndexOf(this string text, char c, StringComparison comparison) => text.IndexOf(c.ToString(), comparison);

    // Ordinal is how this framework replaces, and all that is asked for.
    public static string Replace(this string text, string old, string replacement, StringComparison comparison) => text.Replace(old, replacement);

    public static string GetString(this Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var array = ArrayPool<byte>.Shared.Rent(bytes.Length);
        bytes.CopyTo(array);
        var text = encoding.GetString(array, 0, bytes.Length);
        ArrayPool<byte>.Shared.Return(array);
        return text;
    }

    public static bool TryGetChars(this Encoding encoding, ReadOnlySpan<byte> bytes, Span<char> chars, out int length)
    {
        var text = encoding.GetString(bytes).AsSpan();
        length = text.Length;
        return text.TryCopyTo(chars);
    }
}
