using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benchmarks.Fees;

/// <summary>Moments as <c>yyyy-MM-dd HH:mm:ss</c> in UTC, without making strings.</summary>
internal static class TimeText
{
    public const int Length = 19;

    /// <exception cref="JsonException">The text is no such moment.</exception>
    public static DateTimeOffset Read(ReadOnlySpan<byte> text)
    {
        if (text.Length != Length || text[4] != '-' || text[7] != '-' || text[10] != ' ' || text[13] != ':' || text[16] != ':')
            throw new JsonException("Expected yyyy-MM-dd HH:mm:ss.");
        try
        {
            return new(
                (Two(text, 0) * 100) + Two(text, 2), Two(text, 5), Two(text, 8), Two(text, 11), Two(text, 14), Two(text, 17), TimeSpan.Zero);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new JsonException("There is no such moment.", e);
        }
    }

    public static void Write(Span<byte> text, DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        var (year, month, day) = utc;
        Two(text, 0, year / 100);
        Two(text, 2, year % 100);
        text[4] = (byte)'-';
        Two(text, 5, month);
        text[7] = (byte)'-';
        Two(text, 8, day);
        text[10] = (byte)' ';
        Two(text, 11, utc.Hour);
        text[13] = (byte)':';
        Two(text, 14, utc.Minute);
        text[16] = (byte)':';
        Two(text, 17, utc.Second);
    }

    private static void Two(Span<byte> text, int at, int number)
    {
        text[at] = (byte)('0' + (number / 10));
        text[at + 1] = (byte)('0' + (number % 10));
    }

    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        var high = text[at] - '0';
        var low = text[at + 1] - '0';
        return (uint)high <= 9 && (uint)low <= 9 ? (high * 10) + low : throw new JsonException("Expected yyyy-MM-dd HH:mm:ss.");
    }
}

/// <summary>The same for System.Text.Json.</summary>
internal sealed class TimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[TimeText.Length];
        // CopyString would not fit longer text; such text is no moment anyway.
        if (reader.HasValueSequence || reader.ValueSpan.Length != TimeText.Length)
            throw new JsonException("Expected yyyy-MM-dd HH:mm:ss.");
        reader.CopyString(text);
        return TimeText.Read(text);
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[TimeText.Length];
        TimeText.Write(text, value);
        writer.WriteStringValue(text);
    }
}
