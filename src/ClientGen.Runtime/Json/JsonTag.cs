using System.Buffers.Text;
using System.ComponentModel;
using System.Text.Json;

namespace ClientGen.Json;

/// <summary>The member that tells the cases of a union apart.</summary>
/// <remarks>Valid while the JSON it points into is.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct JsonTag
{
    private readonly ReadOnlySpan<byte> _text;

    internal JsonTag(JsonTokenType kind, ReadOnlySpan<byte> text)
    {
        Kind = kind;
        _text = text;
    }

    /// <summary>The kind of the member; <see cref="JsonTokenType.None"/> when it is absent.</summary>
    public JsonTokenType Kind { get; }

    /// <summary>The unescaped text of a string, or the digits of a number.</summary>
    public ReadOnlySpan<byte> Text => _text;

    /// <summary>Whether the member is absent.</summary>
    public bool Absent => Kind == JsonTokenType.None;

    /// <summary>Whether the member is there and <c>null</c>.</summary>
    public bool Null => Kind == JsonTokenType.Null;

    /// <summary>Whether it is this string.</summary>
    /// <param name="text">UTF-8.</param>
    /// <returns><c>true</c> when it is a string with this text.</returns>
    public bool Is(ReadOnlySpan<byte> text) => Kind == JsonTokenType.String && _text.SequenceEqual(text);

    /// <summary>Whether it is this number.</summary>
    /// <param name="number">The number.</param>
    /// <returns><c>true</c> when it is a JSON number of this value.</returns>
    public bool Is(long number) => TryGetInt64(out var value) && value == number;

    /// <summary>Whether it is this Boolean.</summary>
    /// <param name="truth">The value.</param>
    /// <returns><c>true</c> when it is a Boolean of this value.</returns>
    public bool Is(bool truth) => Kind == (truth ? JsonTokenType.True : JsonTokenType.False);

    /// <summary>The value of a whole number.</summary>
    /// <param name="value">The value.</param>
    /// <returns><c>true</c> when it is a JSON number without a fraction.</returns>
    public bool TryGetInt64(out long value)
    {
        value = 0;
        return Kind == JsonTokenType.Number && (IsInt64(_text, out value) || IsWholeDecimal(_text, out value));
    }

    /// <summary>The value of a whole number that may stand inside a string.</summary>
    /// <param name="value">The value.</param>
    /// <returns><c>true</c> when it is a whole number or the text of one.</returns>
    public bool TryGetInt64OrText(out long value) => TryGetInt64(out value) || (Kind == JsonTokenType.String && IsInt64(_text, out value));

    private static bool IsInt64(ReadOnlySpan<byte> text, out long value) =>
        Utf8Parser.TryParse(text, out value, out var length) && length == text.Length;

    private static bool IsWholeDecimal(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        if (!Utf8Parser.TryParse(text, out decimal number, out var length) || length != text.Length)
            return false;
        if (number != decimal.Truncate(number) || number is < long.MinValue or > long.MaxValue)
            return false;
        value = (long)number;
        return true;
    }
}
