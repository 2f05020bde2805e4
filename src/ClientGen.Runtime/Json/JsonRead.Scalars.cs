using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ClientGen.Json;

public static partial class JsonRead
{
    private static readonly string?[] OneCharacter = new string?[128];

    /// <summary>Reads a string.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <returns>The text.</returns>
    /// <exception cref="JsonException">The value is no string, or no valid Unicode.</exception>
    public static string String(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw Unexpected("a string", reader.TokenType);
        if (reader is { HasValueSequence: false, ValueIsEscaped: false })
        {
            var utf8 = reader.ValueSpan;
            if (utf8.Length <= 1)
            {
                if (utf8.IsEmpty)
                    return "";
                // Codes and flags: "0", "1", "Y".
                if (utf8[0] < OneCharacter.Length)
                    return OneCharacter[utf8[0]] ??= ((char)utf8[0]).ToString();
            }

#if NET
            // Nearly all texts of protocols are ASCII: one pass, where GetString makes two.
            var text = new string('\0', utf8.Length);
            var chars = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(text.AsSpan()), text.Length);
            if (Ascii.ToUtf16(utf8, chars, out _) == System.Buffers.OperationStatus.Done)
                return text;
#endif
        }

        return AnyString(ref reader);
    }

    /// <summary>Reads a Boolean.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The value is something else.</exception>
    public static bool Boolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        var other => throw Unexpected("a Boolean", other),
    };

    /// <summary>Reads a whole number of 32 bits.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <returns>The value. <c>1.0</c> is the whole number 1, as JSON Schema says.</returns>
    /// <exception cref="JsonException">The value is no number, no whole one, or too large.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Int32(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value) ? value : (int)Whole(ref reader, int.MinValue, int.MaxValue);

    /// <summary>Reads a whole number of 64 bits.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <returns>The value. <c>1.0</c> is the whole number 1, as JSON Schema says.</returns>
    /// <exception cref="JsonException">The value is no number, no whole one, or too large.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Int64(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value) ? value : Whole(ref reader, long.MinValue, long.MaxValue);

    /// <summary>Reads a number.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The value is no number, or too large.</exception>
    public static double Double(ref Utf8JsonReader reader)
    {
        ExpectNumber(ref reader);
        return reader.TryGetDouble(out var value) && double.IsFinite(value) ? value : throw OutOfRange();
    }

    /// <summary>Reads a number of single precision.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The value is no number, or too large.</exception>
    public static float Single(ref Utf8JsonReader reader)
    {
        ExpectNumber(ref reader);
        return reader.TryGetSingle(out var value) && float.IsFinite(value) ? value : throw OutOfRange();
    }

    /// <summary>Reads a decimal number.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The value is no number, or too large.</exception>
    public static decimal Decimal(ref Utf8JsonReader reader)
    {
        ExpectNumber(ref reader);
        return reader.TryGetDecimal(out var value) ? value : throw OutOfRange();
    }

    /// <summary>The text of a string value without making a string.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <returns>Unescaped UTF-8, valid until the reader moves.</returns>
    /// <exception cref="JsonException">The value is no string.</exception>
    public static ReadOnlySpan<byte> Utf8(scoped ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw Unexpected("a string", reader.TokenType);
        return reader is { HasValueSequence: false, ValueIsEscaped: false } ? reader.ValueSpan : Unescaped(ref reader);
    }

    internal static JsonException OutOfRange() => new("The number does not fit its type.");

    private static void ExpectNumber(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
            throw Unexpected("a number", reader.TokenType);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string AnyString(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            // Bytes that are no UTF-8, or half of a surrogate pair: the reader calls this misuse, but the sender is to blame.
            throw NotUnicode(e);
        }
    }

    // JSON Schema 2020-12 core, 4.2.3: "Some programming languages ... use different internal representations for floating
    // point and integer numbers", yet 1.0 and 1 are the same whole number.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Whole(ref Utf8JsonReader reader, long minimum, long maximum)
    {
        if (reader.TokenType != JsonTokenType.Number)
            throw Unexpected("a whole number", reader.TokenType);
        if (!reader.TryGetDecimal(out var value) || value != decimal.Truncate(value))
            throw new JsonException("Expected a whole number.");
        return value >= minimum && value <= maximum ? (long)value : throw OutOfRange();
    }
}
