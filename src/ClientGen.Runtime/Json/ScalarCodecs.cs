using System.Text.Json;

namespace ClientGen.Json;

internal sealed class StringCodec : JsonCodec<string>
{
    public static readonly StringCodec Instance = new();

    public override string ReadValue(ref Utf8JsonReader reader) => JsonRead.String(ref reader);

    public override void WriteValue(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);
}

internal sealed class BooleanCodec : JsonCodec<bool>
{
    public static readonly BooleanCodec Instance = new();

    public override bool ReadValue(ref Utf8JsonReader reader) => JsonRead.Boolean(ref reader);

    public override void WriteValue(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);
}

internal sealed class BooleanTextCodec : JsonCodec<bool>
{
    public static readonly BooleanTextCodec Instance = new();

    public override bool ReadValue(ref Utf8JsonReader reader)
    {
        var text = JsonRead.Utf8(ref reader);
        if (text.SequenceEqual("true"u8))
            return true;
        return text.SequenceEqual("false"u8) ? false : throw JsonRead.BadText("\"true\" or \"false\"");
    }

    public override void WriteValue(Utf8JsonWriter writer, bool value) => writer.WriteStringValue(value ? "true"u8 : "false"u8);
}

internal sealed class GuidCodec : JsonCodec<Guid>
{
    public static readonly GuidCodec Instance = new();

    public override Guid ReadValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw JsonRead.Unexpected("a UUID", reader.TokenType);
        return reader.TryGetGuid(out var value) ? value : throw JsonRead.BadText("a UUID");
    }

    public override void WriteValue(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);
}

internal sealed class UriCodec : JsonCodec<Uri>
{
    public static readonly UriCodec Instance = new();

    public override Uri ReadValue(ref Utf8JsonReader reader) =>
        Uri.TryCreate(JsonRead.String(ref reader), UriKind.RelativeOrAbsolute, out var value) ? value : throw JsonRead.BadText("a URI");

    public override void WriteValue(Utf8JsonWriter writer, Uri value) => writer.WriteStringValue(value.OriginalString);
}

internal sealed class JsonElementCodec : JsonCodec<JsonElement>
{
    public static readonly JsonElementCodec Instance = new();

    public override bool HandleNull => true;

    public override JsonElement ReadValue(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    public override void WriteValue(Utf8JsonWriter writer, JsonElement value)
    {
        // The default element is what a member never set holds.
        if (value.ValueKind == JsonValueKind.Undefined)
            writer.WriteNullValue();
        else
            value.WriteTo(writer);
    }
}
