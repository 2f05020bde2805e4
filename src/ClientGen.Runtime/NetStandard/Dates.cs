using System.Globalization;

namespace System;

/// <summary>Dates and spans: text without a string between, and arithmetic.</summary>
internal static class Dates
{
    public static bool TryFormat(this DateTime value, Span<char> text, out int length, string format, IFormatProvider provider)
    {
        var written = value.ToString(format, provider).AsSpan();
        length = written.Length;
        return written.TryCopyTo(text);
    }

    extension(DateTime)
    {
        public static bool TryParseExact(
            ReadOnlySpan<char> text, string format, IFormatProvider provider, DateTimeStyles styles, out DateTime value) =>
            DateTime.TryParseExact(text.ToString(), format, provider, styles, out value);
    }

    extension(DateTimeOffset)
    {
        public static bool TryParseExact(
            ReadOnlySpan<char> text, string format, IFormatProvider provider, DateTimeStyles styles, out DateTimeOffset value) =>
            DateTimeOffset.TryParseExact(text.ToString(), format, provider, styles, out value);
    }

    extension(TimeSpan)
    {
        public static TimeSpan operator /(TimeSpan span, int divisor) => new(span.Ticks / divisor);
    }
}
