using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClientGen.Json;

/// <summary>A date and time in UTC whose text form the contract gives.</summary>
internal sealed class DateTimeTextCodec(string format) : JsonCodec<DateTimeOffset>
{
    private const string Common = "yyyy-MM-dd HH:mm:ss";
    private const int LongestText = 128;

    private readonly bool _isCommon = format == Common;

    public override DateTimeOffset ReadValue(ref Utf8JsonReader reader)
    {
        var text = JsonRead.Utf8(ref reader);
        if (_isCommon && TryReadCommon(text, out var value))
            return value;
        Span<char> chars = stackalloc char[LongestText];
        return text.Length <= LongestText
            && Encoding.UTF8.TryGetChars(text, chars, out var length)
            && DateTimeOffset.TryParseExact(
                chars[..length], format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out value)
            ? value
            : throw JsonRead.BadText($"a date and time ({format}, UTC)");
    }

    public override void WriteValue(Utf8JsonWriter writer, DateTimeOffset value)
    {
        Span<char> chars = stackalloc char[LongestText];
        if (value.UtcDateTime.TryFormat(chars, out var length, format, CultureInfo.InvariantCulture))
            writer.WriteStringValue(chars[..length]);
        else
            writer.WriteStringValue(value.UtcDateTime.ToString(format, CultureInfo.InvariantCulture));
    }

    private static bool TryReadCommon(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length != Common.Length || text[4] != '-' || text[7] != '-' || text[10] != ' ' || text[13] != ':' || text[16] != ':')
            return false;
        var year = Digits(text[..4]);
        var month = Digits(text[5..7]);
        var day = Digits(text[8..10]);
        var hour = Digits(text[11..13]);
        var minute = Digits(text[14..16]);
        var second = Digits(text[17..]);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
            return false;
        value = new(year, month, day, hour, minute, second, TimeSpan.Zero);
        return true;
    }

    /// <summary>The number, or -1 when something is no digit.</summary>
    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var c in text)
        {
            if (c is < (byte)'0' or > (byte)'9')
                return -1;
            number = (number * 10) + (c - '0');
        }

        return number;
    }
}
