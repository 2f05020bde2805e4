using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientGen.Json;

/// <summary>Reads and writes one type, straight between UTF-8 and the type.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <remarks>Codecs have no state and are safe to use from many threads. They also serve <see cref="JsonSerializer"/> as converters.</remarks>
public abstract class JsonCodec<T> : JsonConverter<T>
{
    /// <summary>Reads a value.</summary>
    /// <param name="reader">Stands on the value's first token; left on its last.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The JSON is not such a value.</exception>
    public abstract T ReadValue(ref Utf8JsonReader reader);

    /// <summary>Writes a value.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="value">The value.</param>
    public abstract void WriteValue(Utf8JsonWriter writer, T value);

    /// <inheritdoc/>
    public sealed override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => WriteValue(writer, value);
}
