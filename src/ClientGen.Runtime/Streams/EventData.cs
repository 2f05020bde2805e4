using System.Text;
using System.Text.Json;
using ClientGen.Json;

namespace ClientGen.Streams;

/// <summary>The data of an event, or why it cannot be read. The parser must not be interrupted, so the error waits.</summary>
internal readonly struct EventData<T>
{
    private EventData(T value) => Value = value;

    private EventData(JsonException error, JsonPlace place, byte[] raw, bool isTruncated)
    {
        Error = error;
        Place = place;
        Raw = raw;
        IsTruncated = isTruncated;
    }

    public T Value { get; } = default!;

    public JsonException? Error { get; }

    public JsonPlace Place { get; }

    public byte[] Raw { get; } = [];

    public bool IsTruncated { get; }

    public static EventData<T> Read(JsonCodec<T> codec, ReadOnlySpan<byte> data, int keptBytes)
    {
        // The data of a text event is the text itself, not a JSON string.
        if (codec is StringCodec)
            return new((T)(object)Encoding.UTF8.GetString(data));
        var reader = new Utf8JsonReader(data, JsonDefaults.Reader);
        try
        {
            return new(JsonText.ParseAll(codec, ref reader));
        }
        catch (JsonException e)
        {
            var kept = data[..Math.Min(data.Length, keptBytes)].ToArray();
            return new(e, JsonPlace.Find(data, e, reader.TokenStartIndex), kept, isTruncated: kept.Length < data.Length);
        }
    }
}
