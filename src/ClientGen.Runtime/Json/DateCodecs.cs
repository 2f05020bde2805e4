using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClientGen.Json;

internal sealed class DateTimeOffsetCodec : JsonCodec<DateTimeOffset>
{
    public static readonly DateTimeOffsetCodec Instance = new();

    public override DateTimeOffset ReadValue(ref Utf8JsonReader reader)
    {
        var text = JsonRead.Utf8(ref reader);
        // Without an offset the framework would take the machine's zone, so the same answer would mean two instants.
        if (HasOffset(text) && reader.TryGetDateTimeOffset(out var value))
            return value;
        if (reader.TryGetDateTime(out var time) && time.Kind == DateTimeKind.Unspecified)
            return new(time, TimeSpan.Zero);

        // RFC 3339 5.6: "T" and "Z" may alternatively be lower case, and applications may use a space for the "T".
        return DateTimeOffset.TryParse(
            Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value)
            ? value
            : throw JsonRead.BadText("a date and time (RFC 3339)");
    }

    public override void WriteValue(Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteStringValue(value);

    private static bool HasOffset(ReadOnlySpan<byte> text) =>
        text.Length > 6 && (text[^1] is (byte)'Z' || text[^6] is (byte)'+' or (byte)'-');
}

internal sealed class DayCodec : JsonCodec<DateTime>
{
    public static readonly DayCodec Instance = new();

    private const string Format = "yyyy-MM-dd";

    public override DateTime ReadValue(ref Utf8JsonReader reader)
    {
        var text = JsonRead.Utf8(ref reader);
        Span<char> chars = stackalloc char[Format.Length];
        return text.Length == Format.Length
            && Ascii.ToUtf16(text, chars, out _) == System.Buffers.OperationStatus.Done
            && DateTime.TryParseExact(chars, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw JsonRead.BadText("a date (yyyy-MM-dd)");
    }

    public override void WriteValue(Utf8JsonWriter writer, DateTime value)
    {
        Span<char> chars = stackalloc char[Format.Length];
        value.TryFormat(chars, out var length, Format, CultureInfo.InvariantCulture);
        writer.WriteStringValue(chars[..length]);
    }
}

#if NET
internal sealed class DateOnlyCodec : JsonCodec<DateOnly>
{
    public static readonly DateOnlyCodec Instance = new();

    public override DateOnly ReadValue(ref Utf8JsonReader reader) => DateOnly.FromDateTime(DayCodec.Instance.ReadValue(ref reader));

    public override void WriteValue(Utf8JsonWriter writer, DateOnly value) => DayCodec.Instance.WriteValue(writer, value.ToDateTime(TimeOnly.MinValue));
}
#endif
