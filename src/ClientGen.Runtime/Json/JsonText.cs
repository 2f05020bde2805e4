using System.Text;
using System.Text.Json;

namespace ClientGen.Json;

/// <summary>Values to JSON text and back, with the codecs of generated code.</summary>
public static class JsonText
{
    /// <summary>The JSON of a value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="codec">Writes the value.</param>
    /// <param name="value">The value.</param>
    /// <returns>UTF-8 without spaces.</returns>
    public static byte[] ToUtf8Bytes<T>(JsonCodec<T> codec, T value)
    {
        var json = PooledJson.Rent();
        json.Write(codec, value);
        var bytes = json.Span.ToArray();
        PooledJson.Return(json);
        return bytes;
    }

    /// <summary>The JSON of a value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="codec">Writes the value.</param>
    /// <param name="value">The value.</param>
    /// <returns>Text without spaces.</returns>
    public static string ToJson<T>(JsonCodec<T> codec, T value)
    {
        var json = PooledJson.Rent();
        json.Write(codec, value);
        var text = Encoding.UTF8.GetString(json.Span);
        PooledJson.Return(json);
        return text;
    }

    /// <summary>Reads a value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="codec">Reads the value.</param>
    /// <param name="json">UTF-8, with or without a byte order mark; one value and nothing after it.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The JSON is broken or not such a value.</exception>
    public static T Parse<T>(JsonCodec<T> codec, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(WithoutMark(json), JsonDefaults.Reader);
        return ParseAll(codec, ref reader);
    }

    /// <summary>Reads the only value of a reader.</summary>
    internal static T ParseAll<T>(JsonCodec<T> codec, ref Utf8JsonReader reader)
    {
        reader.Read();
        var value = codec.ReadValue(ref reader);
        // Only white space may follow: the reader throws on anything else.
        reader.Read();
        return value;
    }

    internal static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> json) => json.StartsWith("\uFEFF"u8) ? json[3..] : json;
}
