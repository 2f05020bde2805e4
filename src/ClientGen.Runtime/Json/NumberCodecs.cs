using System.Buffers.Text;
using System.Text.Json;

namespace ClientGen.Json;

/// <summary>How a number travels.</summary>
internal enum NumberForm
{
    Number,
    Text,
    NumberOrText,
}

/// <summary>A number as a JSON number, as the text of one, or as either.</summary>
internal abstract class NumberCodec<T>(NumberForm form, string expected) : JsonCodec<T>
{
    private const int LongestText = 64;

    protected abstract T ReadNumber(ref Utf8JsonReader reader);

    protected abstract void WriteNumber(Utf8JsonWriter writer, T value);

    protected abstract bool TryParse(ReadOnlySpan<byte> text, out T value, out int length);

    protected abstract bool TryFormat(T value, Span<byte> text, out int length);

    public sealed override T ReadValue(ref Utf8JsonReader reader)
    {
        if (form == NumberForm.Number || (form == NumberForm.NumberOrText && reader.TokenType == JsonTokenType.Number))
            return ReadNumber(ref reader);
        var text = JsonRead.Utf8(ref reader);
        return TryParse(text, out var value, out var length) && length == text.Length ? value : throw JsonRead.BadText(expected + " as text");
    }

    public sealed override void WriteValue(Utf8JsonWriter writer, T value)
    {
        if (form != NumberForm.Text)
        {
            WriteNumber(writer, value);
            return;
        }

        Span<byte> text = stackalloc byte[LongestText];
        TryFormat(value, text, out var length);
        writer.WriteStringValue(text[..length]);
    }
}

internal sealed class Int32Codec(NumberForm form) : NumberCodec<int>(form, "a whole number")
{
    public static readonly Int32Codec Number = new(NumberForm.Number);
    public static readonly Int32Codec Text = new(NumberForm.Text);
    public static readonly Int32Codec Any = new(NumberForm.NumberOrText);

    protected override int ReadNumber(ref Utf8JsonReader reader) => JsonRead.Int32(ref reader);

    protected override void WriteNumber(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    protected override bool TryParse(ReadOnlySpan<byte> text, out int value, out int length) => Utf8Parser.TryParse(text, out value, out length);

    protected override bool TryFormat(int value, Span<byte> text, out int length) => Utf8Formatter.TryFormat(value, text, out length);
}

internal sealed class Int64Codec(NumberForm form) : NumberCodec<long>(form, "a whole number")
{
    public static readonly Int64Codec Number = new(NumberForm.Number);
    public static readonly Int64Codec Text = new(NumberForm.Text);
    public static readonly Int64Codec Any = new(NumberForm.NumberOrText);

    protected override long ReadNumber(ref Utf8JsonReader reader) => JsonRead.Int64(ref reader);

    protected override void WriteNumber(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    protected override bool TryParse(ReadOnlySpan<byte> text, out long value, out int length) => Utf8Parser.TryParse(text, out value, out length);

    protected override bool TryFormat(long value, Span<byte> text, out int length) => Utf8Formatter.TryFormat(value, text, out length);
}

internal sealed class SingleCodec(NumberForm form) : NumberCodec<float>(form, "a number")
{
    public static readonly SingleCodec Number = new(NumberForm.Number);
    public static readonly SingleCodec Text = new(NumberForm.Text);
    public static readonly SingleCodec Any = new(NumberForm.NumberOrText);

    protected override float ReadNumber(ref Utf8JsonReader reader) => JsonRead.Single(ref reader);

    protected override void WriteNumber(Utf8JsonWriter writer, float value) => writer.WriteNumberValue(value);

    protected override bool TryParse(ReadOnlySpan<byte> text, out float value, out int length) =>
        Utf8Parser.TryParse(text, out value, out length) && float.IsFinite(value);

    protected override bool TryFormat(float value, Span<byte> text, out int length) => Utf8Formatter.TryFormat(value, text, out length);
}

internal sealed class DoubleCodec(NumberForm form) : NumberCodec<double>(form, "a number")
{
    public static readonly DoubleCodec Number = new(NumberForm.Number);
    public static readonly DoubleCodec Text = new(NumberForm.Text);
    public static readonly DoubleCodec Any = new(NumberForm.NumberOrText);

    protected override double ReadNumber(ref Utf8JsonReader reader) => JsonRead.Double(ref reader);

    protected override void WriteNumber(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(value);

    protected override bool TryParse(ReadOnlySpan<byte> text, out double value, out int length) =>
        Utf8Parser.TryParse(text, out value, out length) && double.IsFinite(value);

    protected override bool TryFormat(double value, Span<byte> text, out int length) => Utf8Formatter.TryFormat(value, text, out length);
}

internal sealed class DecimalCodec(NumberForm form) : NumberCodec<decimal>(form, "a number")
{
    public static readonly DecimalCodec Number = new(NumberForm.Number);
    public static readonly DecimalCodec Text = new(NumberForm.Text);
    public static readonly DecimalCodec Any = new(NumberForm.NumberOrText);

    protected override decimal ReadNumber(ref Utf8JsonReader reader) => JsonRead.Decimal(ref reader);

    protected override void WriteNumber(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    protected override bool TryParse(ReadOnlySpan<byte> text, out decimal value, out int length) => Utf8Parser.TryParse(text, out value, out length);

    protected override bool TryFormat(decimal value, Span<byte> text, out int length) => Utf8Formatter.TryFormat(value, text, out length);
}
