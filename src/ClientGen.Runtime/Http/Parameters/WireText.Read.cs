using System.Globalization;

namespace ClientGen.Http;

public static partial class WireText
{
    /// <summary>Reads a whole number.</summary>
    /// <param name="text">Text of a header; <c>null</c> when absent.</param>
    /// <returns>The value; <c>null</c> when it is absent or no such number.</returns>
    public static int? ReadInt32(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Reads a whole number.</summary>
    /// <param name="text">Text of a header; <c>null</c> when absent.</param>
    /// <returns>The value; <c>null</c> when it is absent or no such number.</returns>
    public static long? ReadInt64(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Reads a number.</summary>
    /// <param name="text">Text of a header; <c>null</c> when absent.</param>
    /// <returns>The value; <c>null</c> when it is absent or no such number.</returns>
    public static float? ReadSingle(string? text) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Reads a number.</summary>
    /// <param name="text">Text of a header; <c>null</c> when absent.</param>
    /// <returns>The value; <c>null</c> when it is absent or no such number.</returns>
    public static double? ReadDouble(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Reads a number.</summary>
    /// <param name="text">Text of a header; <c>null</c> when absent.</param>
    /// <returns>The value; <c>null</c> when it is absent or no such number.</returns>
    public static decimal? ReadDecimal(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Reads <c>true</c> or <c>false</c>, in any case.</summary>
    /// <param name="text">Text of a header; <c>null</c> when absent.</param>
    /// <returns>The value; <c>null</c> when it is absent or neither.</returns>
    public static bool? ReadBoolean(string? text) =>
        bool.TryParse(text, out var value) ? value : null;

    /// <summary>Reads an RFC 3339 date and time, or an HTTP date.</summary>
    /// <param name="text">Text of a header; <c>null</c> when absent.</param>
    /// <returns>The value; <c>null</c> when it is absent or neither. Without an offset it counts as UTC.</returns>
    public static DateTimeOffset? ReadDateTimeOffset(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value) ? value : null;

    /// <summary>Reads a UTC time in a form that the contract gives.</summary>
    /// <param name="text">Text of a header; <c>null</c> when absent.</param>
    /// <param name="format">A .NET custom format.</param>
    /// <returns>The value; <c>null</c> when it is absent or of another form.</returns>
    public static DateTimeOffset? ReadDateTimeOffset(string? text, string format) =>
        DateTimeOffset.TryParseExact(
            text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var value)
            ? value
            : null;

#if NET
    /// <summary>Reads <c>yyyy-MM-dd</c>.</summary>
    /// <param name="text">Text of a header; <c>null</c> when absent.</param>
    /// <returns>The value; <c>null</c> when it is absent or no date.</returns>
    public static DateOnly? ReadDateOnly(string? text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;
#endif

    /// <summary>Reads <c>yyyy-MM-dd</c>, for code that is compiled for frameworks without <c>DateOnly</c>.</summary>
    /// <param name="text">Text of a header; <c>null</c> when absent.</param>
    /// <returns>The midnight that begins the day; <c>null</c> when it is absent or no date.</returns>
    public static DateTime? ReadDay(string? text) =>
        DateTime.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;

    /// <summary>Reads a UUID.</summary>
    /// <param name="text">Text of a header; <c>null</c> when absent.</param>
    /// <returns>The value; <c>null</c> when it is absent or no UUID.</returns>
    public static Guid? ReadGuid(string? text) =>
        Guid.TryParse(text, out var value) ? value : null;

    /// <summary>Reads a URI, absolute or relative.</summary>
    /// <param name="text">Text of a header; <c>null</c> when absent.</param>
    /// <returns>The value; <c>null</c> when it is absent or no URI.</returns>
    public static Uri? ReadUri(string? text) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var value) ? value : null;

    /// <summary>Reads Base64.</summary>
    /// <param name="text">Text of a header; <c>null</c> when absent.</param>
    /// <returns>The value; <c>null</c> when it is absent or no Base64.</returns>
    public static byte[]? ReadBytes(string? text)
    {
        if (text is null)
            return null;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes.AsSpan(0, length).ToArray() : null;
    }
}
