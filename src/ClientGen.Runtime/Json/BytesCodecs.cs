using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace ClientGen.Json;

internal sealed class BytesCodec : JsonCodec<byte[]>
{
    public static readonly BytesCodec Instance = new();

    public override byte[] ReadValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw JsonRead.Unexpected("Base64 text", reader.TokenType);
        return reader.TryGetBytesFromBase64(out var value) ? value : throw JsonRead.BadText("Base64 text");
    }

    public override void WriteValue(Utf8JsonWriter writer, byte[] value) => writer.WriteBase64StringValue(value);
}

internal sealed class BytesBase64UrlCodec : JsonCodec<byte[]>
{
    public static readonly BytesBase64UrlCodec Instance = new();

    public override byte[] ReadValue(ref Utf8JsonReader reader)
    {
        var text = JsonRead.Utf8(ref reader);
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (Base64Url.DecodeFromUtf8(text, bytes, out _, out var length) != OperationStatus.Done)
            throw JsonRead.BadText("Base64 text (URL alphabet)");
        return length == bytes.Length ? bytes : bytes.AsSpan(0, length).ToArray();
    }

    public override void WriteValue(Utf8JsonWriter writer, byte[] value)
    {
        var text = ArrayPool<byte>.Shared.Rent(Base64Url.GetEncodedLength(value.Length));
        var length = Base64Url.EncodeToUtf8(value, text);
        writer.WriteStringValue(text.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(text);
    }
}

internal sealed class Base64UriCodec : JsonCodec<Uri>
{
    public static readonly Base64UriCodec Instance = new();

    public override Uri ReadValue(ref Utf8JsonReader reader)
    {
        var text = Encoding.UTF8.GetString(Codecs.Bytes.ReadValue(ref reader));
        return Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var value) ? value : throw JsonRead.BadText("Base64 of a URI");
    }

    public override void WriteValue(Utf8JsonWriter writer, Uri value) => writer.WriteBase64StringValue(Encoding.UTF8.GetBytes(value.OriginalString));
}
