namespace System.Buffers.Text;

/// <summary>Base64 in the alphabet for URLs, without padding.</summary>
internal static class Base64Url
{
    public static int GetMaxDecodedLength(int length) => length / 4 * 3 + (length % 4 * 3 / 4);

    public static int GetEncodedLength(int length) => (length * 4 + 2) / 3;

    public static string EncodeToString(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static int EncodeToUtf8(byte[] bytes, Span<byte> text)
    {
        var written = EncodeToString(bytes);
        for (var i = 0; i < written.Length; i++)
            text[i] = (byte)written[i];
        return written.Length;
    }

    public static OperationStatus DecodeFromUtf8(ReadOnlySpan<byte> text, Span<byte> bytes, out int consumed, out int length)
    {
        (consumed, length) = (0, 0);
        var chars = new char[(text.Length + 3) / 4 * 4];
        for (var i = 0; i < text.Length; i++)
        {
            // The other alphabet's own characters are none here.
            if (text[i] is (byte)'+' or (byte)'/' or >= 0x80)
                return OperationStatus.InvalidData;
            chars[i] = text[i] switch { (byte)'-' => '+', (byte)'_' => '/', var c => (char)c };
        }

        chars.AsSpan(text.Length).Fill('=');
        try
        {
            var decoded = Convert.FromBase64CharArray(chars, 0, chars.Length);
            decoded.CopyTo(bytes);
            (consumed, length) = (text.Length, decoded.Length);
            return OperationStatus.Done;
        }
        catch (FormatException)
        {
            return OperationStatus.InvalidData;
        }
    }
}
