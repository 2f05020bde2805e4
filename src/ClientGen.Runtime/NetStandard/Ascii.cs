using System.Buffers;

namespace System.Text;

/// <summary>Text whose characters all take one byte.</summary>
internal static class Ascii
{
    public static bool IsValid(string text) => text.All(static c => c < 0x80);

    public static OperationStatus ToUtf16(ReadOnlySpan<byte> ascii, Span<char> chars, out int length)
    {
        length = 0;
        for (; length < ascii.Length; length++)
        {
            if (length == chars.Length)
                return OperationStatus.DestinationTooSmall;
            if (ascii[length] >= 0x80)
                return OperationStatus.InvalidData;
            chars[length] = (char)ascii[length];
        }

        return OperationStatus.Done;
    }
}
