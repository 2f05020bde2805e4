using System.Text.Json;

namespace ClientGen.Json;

/// <summary>Codecs of the types that contracts are made of. Each is made when first asked for.</summary>
public static class Codecs
{
    /// <summary>A string.</summary>
    public static JsonCodec<string> String => StringCodec.Instance;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static JsonCodec<bool> Boolean => BooleanCodec.Instance;

    /// <summary>A Boolean inside a string: <c>"true"</c>, <c>"false"</c>.</summary>
    public static JsonCodec<bool> BooleanText => BooleanTextCodec.Instance;

    /// <summary>A whole number of 32 bits.</summary>
    public static JsonCodec<int> Int32 => Int32Codec.Number;

    /// <summary>A whole number of 32 bits inside a string: <c>"600"</c>.</summary>
    public static JsonCodec<int> Int32Text => Int32Codec.Text;

    /// <summary>A whole number of 32 bits that may arrive inside a string; written as a number.</summary>
    public static JsonCodec<int> Int32Any => Int32Codec.Any;

    /// <summary>A whole number of 64 bits.</summary>
    public static JsonCodec<long> Int64 => Int64Codec.Number;

    /// <summary>A whole number of 64 bits inside a string.</summary>
    public static JsonCodec<long> Int64Text => Int64Codec.Text;

    /// <summary>A whole number of 64 bits that may arrive inside a string; written as a number.</summary>
    public static JsonCodec<long> Int64Any => Int64Codec.Any;

    /// <summary>A number of single precision.</summary>
    public static JsonCodec<float> Single => SingleCodec.Number;

    /// <summary>A number of single precision inside a string.</summary>
    public static JsonCodec<float> SingleText => SingleCodec.Text;

    /// <summary>A number of single precision that may arrive inside a string; written as a number.</summary>
    public static JsonCodec<float> SingleAny => SingleCodec.Any;

    /// <summary>A number of double precision.</summary>
    public static JsonCodec<double> Double => DoubleCodec.Number;

    /// <summary>A number of double precision inside a string.</summary>
    public static JsonCodec<double> DoubleText => DoubleCodec.Text;

    /// <summary>A number of double precision that may arrive inside a string; written as a number.</summary>
    public static JsonCodec<double> DoubleAny => DoubleCodec.Any;

    /// <summary>A decimal number.</summary>
    public static JsonCodec<decimal> Decimal => DecimalCodec.Number;

    /// <summary>A decimal number inside a string.</summary>
    public static JsonCodec<decimal> DecimalText => DecimalCodec.Text;

    /// <summary>A decimal number that may arrive inside a string; written as a number.</summary>
    public static JsonCodec<decimal> DecimalAny => DecimalCodec.Any;

    /// <summary>A UUID.</summary>
    public static JsonCodec<Guid> Guid => GuidCodec.Instance;

    /// <summary>A URI, absolute or relative.</summary>
    public static JsonCodec<Uri> Uri => UriCodec.Instance;

    /// <summary>Base64 of the UTF-8 text of a URI.</summary>
    public static JsonCodec<Uri> Base64Uri => Base64UriCodec.Instance;

    /// <summary>A date and time as RFC 3339 has it; without an offset it counts as UTC.</summary>
    public static JsonCodec<DateTimeOffset> DateTimeOffset => DateTimeOffsetCodec.Instance;

#if NET
    /// <summary>A date as RFC 3339 has it: <c>2026-03-01</c>.</summary>
    public static JsonCodec<DateOnly> DateOnly => DateOnlyCodec.Instance;
#endif

    /// <summary>The same date as a midnight of no particular zone, for code that is compiled for frameworks without <c>DateOnly</c>.</summary>
    public static JsonCodec<DateTime> Day => DayCodec.Instance;

    /// <summary>Bytes as Base64.</summary>
    public static JsonCodec<byte[]> Bytes => BytesCodec.Instance;

    /// <summary>Bytes as Base64 with the URL alphabet, with or without padding; written without.</summary>
    public static JsonCodec<byte[]> BytesBase64Url => BytesBase64UrlCodec.Instance;

    /// <summary>Any JSON value, kept as it is.</summary>
    public static JsonCodec<JsonElement> Json => JsonElementCodec.Instance;

    /// <summary>A date and time in UTC with a text form of its own.</summary>
    /// <param name="format">A .NET custom format, such as <c>yyyy-MM-dd HH:mm:ss</c>.</param>
    /// <returns>A new codec; keep it.</returns>
    public static JsonCodec<DateTimeOffset> DateTimeText(string format) => new DateTimeTextCodec(format);

    /// <summary>A list.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="item">Reads and writes an item.</param>
    /// <returns>A new codec; keep it.</returns>
    public static JsonCodec<IReadOnlyList<T>> List<T>(JsonCodec<T> item) => new ListCodec<T>(item);

    /// <summary>An object whose member names are keys. The last of equal keys wins; the order is kept.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="value">Reads and writes a value.</param>
    /// <returns>A new codec; keep it.</returns>
    public static JsonCodec<IReadOnlyDictionary<string, T>> Map<T>(JsonCodec<T> value) => new MapCodec<T>(value);

    /// <summary>A value or JSON <c>null</c>.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">Reads and writes the value.</param>
    /// <returns>A new codec; keep it.</returns>
    public static JsonCodec<T?> Nullable<T>(JsonCodec<T> value)
        where T : struct => new NullableCodec<T>(value);

    /// <summary>An object or JSON <c>null</c>.</summary>
    /// <typeparam name="T">The object's type.</typeparam>
    /// <param name="value">Reads and writes the object.</param>
    /// <returns>A new codec; keep it.</returns>
    public static JsonCodec<T?> NullableRef<T>(JsonCodec<T> value)
        where T : class => new NullableRefCodec<T>(value);
}
