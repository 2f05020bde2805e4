using System.Text.Json;

namespace ClientGen.Json;

internal sealed class ListCodec<T>(JsonCodec<T> item) : JsonCodec<IReadOnlyList<T>>
{
    public override IReadOnlyList<T> ReadValue(ref Utf8JsonReader reader)
    {
        JsonRead.StartArray(ref reader);
        if (!JsonRead.NextItem(ref reader))
            return [];
        var items = new List<T>();
        do
        {
            items.Add(item.ReadValue(ref reader));
        }
        while (JsonRead.NextItem(ref reader));
        return items;
    }

    public override void WriteValue(Utf8JsonWriter writer, IReadOnlyList<T> value)
    {
        writer.WriteStartArray();
        // By index: the enumerator of an interface is garbage.
        for (var i = 0; i < value.Count; i++)
            item.WriteValue(writer, value[i]);
        writer.WriteEndArray();
    }
}

internal sealed class MapCodec<T>(JsonCodec<T> inner) : JsonCodec<IReadOnlyDictionary<string, T>>
{
    public override IReadOnlyDictionary<string, T> ReadValue(ref Utf8JsonReader reader)
    {
        JsonRead.StartObject(ref reader);
        Dictionary<string, T>? members = null;
        while (JsonRead.NextMember(ref reader, out var name))
            JsonRead.Extra(ref reader, name, inner, ref members);
        return members ?? [];
    }

    public override void WriteValue(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> value)
    {
        writer.WriteStartObject();
        JsonWrite.Extra(writer, value, inner);
        writer.WriteEndObject();
    }
}

internal sealed class NullableCodec<T>(JsonCodec<T> inner) : JsonCodec<T?>
    where T : struct
{
    public override bool HandleNull => true;

    public override T? ReadValue(ref Utf8JsonReader reader) => JsonRead.Null(ref reader) ? null : inner.ReadValue(ref reader);

    public override void WriteValue(Utf8JsonWriter writer, T? value)
    {
        if (value is { } present)
            inner.WriteValue(writer, present);
        else
            writer.WriteNullValue();
    }
}

internal sealed class NullableRefCodec<T>(JsonCodec<T> inner) : JsonCodec<T?>
    where T : class
{
    public override bool HandleNull => true;

    public override T? ReadValue(ref Utf8JsonReader reader) => JsonRead.Null(ref reader) ? null : inner.ReadValue(ref reader);

    public override void WriteValue(Utf8JsonWriter writer, T? value)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            inner.WriteValue(writer, value);
    }
}
