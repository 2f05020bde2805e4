namespace System.Text;

/// <summary>One character of Unicode, whether UTF-16 writes it as one unit or as two.</summary>
internal readonly struct Rune(int value)
{
    private const int Replacement = 0xFFFD;

    /// <summary>Takes the first character of a text that is not empty; half of a surrogate pair becomes U+FFFD.</summary>
    public static void DecodeFromUtf16(ReadOnlySpan<char> text, out Rune rune, out int length)
    {
        var isPair = text.Length > 1 && char.IsSurrogatePair(text[0], text[1]);
        length = isPair ? 2 : 1;
        rune = new(isPair ? char.ConvertToUtf32(text[0], text[1]) : char.IsSurrogate(text[0]) ? Replacement : text[0]);
    }

    /// <summary>Writes it as UTF-8.</summary>
    /// <returns>How many bytes it took, at most 4.</returns>
    public int EncodeToUtf8(Span<byte> utf8)
    {
        switch (value)
        {
            case < 0x80:
                utf8[0] = (byte)value;
                return 1;
            case < 0x800:
                utf8[0] = (byte)(0xC0 | (value >> 6));
                utf8[1] = Tail(0);
                return 2;
            case < 0x10000:
                utf8[0] = (byte)(0xE0 | (value >> 12));
                utf8[1] = Tail(6);
                utf8[2] = Tail(0);
                return 3;
            default:
                utf8[0] = (byte)(0xF0 | (value >> 18));
                utf8[1] = Tail(12);
                utf8[2] = Tail(6);
                utf8[3] = Tail(0);
                return 4;
        }
    }

    private byte Tail(int shift) => (byte)(0x80 | ((value >> shift) & 0x3F));
}
