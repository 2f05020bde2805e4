using System.Text.Json;

namespace Benchmarks.Messaging;

/// <summary>JSON of the two calls, written by hand for these messages alone: one pass, no reflection, nothing kept that is not asked for.</summary>
internal static class LimitCodec
{
    private const int Connected = 168101;

    // Names that were looked through for escapes once.
    private static readonly JsonEncodedText ChannelName = JsonEncodedText.Encode("channel");
    private static readonly JsonEncodedText ContentName = JsonEncodedText.Encode("content");
    private static readonly JsonEncodedText ControlTypeName = JsonEncodedText.Encode("controlType");
    private static readonly JsonEncodedText FromName = JsonEncodedText.Encode("from");
    private static readonly JsonEncodedText MediaTypeName = JsonEncodedText.Encode("mediaType");
    private static readonly JsonEncodedText SourceTypeName = JsonEncodedText.Encode("sourceType");
    private static readonly JsonEncodedText ToName = JsonEncodedText.Encode("to");

    /// <exception cref="JsonException">The JSON is broken, or not what the contract says.</exception>
    /// <exception cref="FailedResultException">The result code is not "0".</exception>
    public static PollAnswer ReadPoll(ReadOnlySpan<byte> json)
    {
        string? code = null, description = null;
        var hasCode = false;
        int? eventId = null;
        Content content = default;
        var reader = Start(json);
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("resultCode"u8))
            {
                reader.Read();
                hasCode = true;
                // The one code that matters needs no string.
                code = reader.ValueTextEquals("0"u8) ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("resultDesc"u8))
            {
                reader.Read();
                description = reader.GetString();
            }
            else if (reader.ValueTextEquals("eventId"u8))
            {
                reader.Read();
                eventId = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("content"u8))
            {
                reader.Read();
                content = ReadContent(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        End(ref reader);
        CheckResult(hasCode, code, description);
        return eventId switch
        {
            null => new PollNothing(description),
            Connected => new PollConnected(description, content.Connected()),
            168103 or 168105 or 168110 => new PollEnded(description, eventId.Value, content.Cause()),
            { } other => new PollOther(description, other),
        };
    }

    /// <exception cref="JsonException">The JSON is broken, or not what the contract says.</exception>
    /// <exception cref="FailedResultException">The result code is not "0".</exception>
    public static SendResult ReadSend(ReadOnlySpan<byte> json)
    {
        string? code = null, description = null;
        var hasCode = false;
        var reader = Start(json);
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("resultCode"u8))
            {
                reader.Read();
                hasCode = true;
                code = reader.ValueTextEquals("0"u8) ? null : reader.GetString();
            }
            else if (reader.ValueTextEquals("resultDesc"u8))
            {
                reader.Read();
                description = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        End(ref reader);
        CheckResult(hasCode, code, description);
        return new(description);
    }

    public static void Write(Utf8JsonWriter writer, OutgoingMessage message)
    {
        writer.WriteStartObject();
        writer.WriteString(ChannelName, message.Channel);
        if (message.Content is { } content)
            writer.WriteString(ContentName, content);
        writer.WriteString(ControlTypeName, message.ControlType);
        writer.WriteString(FromName, message.From);
        writer.WriteString(MediaTypeName, message.MediaType);
        writer.WriteString(SourceTypeName, message.SourceType);
        writer.WriteString(ToName, message.To);
        writer.WriteEndObject();
    }

    private static Content ReadContent(ref Utf8JsonReader reader)
    {
        var content = default(Content);
        if (reader.TokenType == JsonTokenType.Null)
            return content;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Expected an object.");
        content.IsThere = true;
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("domain"u8))
            {
                reader.Read();
                content.Domain = reader.GetString();
            }
            else if (reader.ValueTextEquals("gwAddresses"u8))
            {
                reader.Read();
                content.Addresses = ReadTexts(ref reader);
            }
            else if (reader.ValueTextEquals("accessCode"u8))
            {
                reader.Read();
                content.AccessCode = reader.GetString();
            }
            else if (reader.ValueTextEquals("clickToCallCaller"u8))
            {
                reader.Read();
                content.Caller = reader.GetString();
            }
            else if (reader.ValueTextEquals("causeId"u8))
            {
                reader.Read();
                content.CauseId = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("causeDesc"u8))
            {
                reader.Read();
                content.CauseDesc = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return content;
    }

    private static List<string> ReadTexts(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("Expected an array.");
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            texts.Add(reader.GetString() ?? throw new JsonException("Expected a string."));
        return texts;
    }

    private static Utf8JsonReader Start(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Expected an object.");
        return reader;
    }

    private static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    // The reader complains about anything after the value when it is asked to go on.
    private static void End(ref Utf8JsonReader reader) => reader.Read();

    private static void CheckResult(bool hasCode, string? code, string? description)
    {
        if (!hasCode)
            throw new JsonException("resultCode is missing.");
        if (code is not null)
            throw new FailedResultException(code, description);
    }

    private struct Content
    {
        public bool IsThere;
        public string? Domain;
        public List<string>? Addresses;
        public string? AccessCode;
        public string? Caller;
        public int? CauseId;
        public string? CauseDesc;

        public readonly ConnectedContent Connected() => Domain is null || Addresses is null || AccessCode is null || Caller is null
            ? throw new JsonException("A member of content is missing.")
            : new(Domain, Addresses, AccessCode, Caller);

        public readonly EndCause? Cause() => IsThere ? new(CauseId, CauseDesc) : null;
    }
}
