using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClientGen.Http;

/// <summary>The text of values in paths, queries, headers, cookies and forms. Never depends on the machine's culture or zone.</summary>
public static partial class WireText
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Text is itself.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text.</returns>
    public static string Of(string value) => value;

    /// <summary>Decimal digits.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text.</returns>
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Decimal digits.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text.</returns>
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest digits that read back as the same number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text.</returns>
    public static string Of(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The shortest digits that read back as the same number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text.</returns>
    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Decimal digits.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text.</returns>
    public static string Of(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text.</returns>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>RFC 3339, with <c>Z</c> for UTC.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text.</returns>
    public static string Of(DateTimeOffset value)
    {
        const string format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";
        return value.Offset == TimeSpan.Zero
            ? value.UtcDateTime.ToString(format, CultureInfo.InvariantCulture)
            : value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>The UTC time in a form that the contract gives.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">A .NET custom format, such as <c>yyyy-MM-dd HH:mm:ss</c>.</param>
    /// <returns>Its text.</returns>
    public static string Of(DateTimeOffset value, string format) => value.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);

#if NET
    /// <summary><c>yyyy-MM-dd</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text.</returns>
    public static string Of(DateOnly value) => value.ToString(Day, CultureInfo.InvariantCulture);
#endif

    /// <summary><c>yyyy-MM-dd</c>, for code that is compiled for frameworks without <c>DateOnly</c>.</summary>
    /// <param name="value">A time of that day.</param>
    /// <returns>Its text.</returns>
    public static string OfDay(DateTime value) => value.ToString(Day, CultureInfo.InvariantCulture);

    /// <summary>Lower-case hexadecimal digits in five groups.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text.</returns>
    public static string Of(Guid value) => value.ToString("D");

    /// <summary>The URI as it was written.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text.</returns>
    public static string Of(Uri value) => value.OriginalString;

    /// <summary>Base64.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text.</returns>
    public static string Of(byte[] value) => Convert.ToBase64String(value);

    /// <summary>The text of a JSON string, the JSON of anything else.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text; empty when the element was never set.</returns>
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Undefined => "",
        _ => value.GetRawText(),
    };

    /// <summary>Base64 of the UTF-8 text of a URI.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text.</returns>
    public static string Base64Of(Uri value) => Convert.ToBase64String(Encoding.UTF8.GetBytes(value.OriginalString));

    /// <summary>Base64 with the URL alphabet, without padding.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text.</returns>
    public static string Base64UrlOf(byte[] value) => System.Buffers.Text.Base64Url.EncodeToString(value);
}
