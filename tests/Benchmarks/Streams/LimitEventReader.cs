using System.Text.Json;

namespace Benchmarks.Streams;

/// <summary>The JSON of one event, by hand: one pass, whichever of type and data comes first.</summary>
internal static class LimitEventReader
{
    /// <exception cref="JsonException">The JSON is broken, or not what the contract says.</exception>
    public static VideoEvent Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Expected an object.");
        Utf8JsonReader type = default;
        Utf8JsonReader data = default;
        VideoEvent? known = null;
        bool hasType = false, hasData = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                type = reader;
                hasType = true;
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                hasData = true;
                if (hasType)
                {
                    known = ReadData(ref type, ref reader);
                }
                else
                {
                    data = reader;
                    reader.Skip();
                }
            }
            else
            {
                reader.Skip();
            }
        }

        // The reader complains about anything after the value when it is asked to go on.
        reader.Read();
        if (!hasType)
            throw new JsonException("type is missing.");
        if (known is not null)
            return known;
        return hasData ? ReadData(ref type, ref data) : Without(ref type);
    }

    private static VideoEvent ReadData(ref Utf8JsonReader type, ref Utf8JsonReader reader)
    {
        if (type.ValueTextEquals("STATE_CHANGE"u8))
            return new StateChanged(ReadState(ref reader));
        if (type.ValueTextEquals("HTTP_BACK"u8))
            return new CommandFailed(ReadCode(ref reader));
        if (Kind(ref type) is { } kind)
        {
            var call = ReadCall(ref reader);
            return call.Sid is null && kind is CallEventKind.IncomingCall or CallEventKind.RecoveryCall or CallEventKind.HandOver
                ? throw new JsonException("sid is missing.")
                : new CallEvent(kind, call);
        }

        reader.Skip();
        return new OtherEvent(type.GetString()!);
    }

    private static VideoEvent Without(ref Utf8JsonReader type) =>
        type.ValueTextEquals("HTTP_BACK"u8) ? new CommandFailed(null)
        : type.ValueTextEquals("STATE_CHANGE"u8) ? throw new JsonException("data is missing.")
        : Kind(ref type) is { } kind ? new CallEvent(kind, new(null, null))
        : new OtherEvent(type.GetString()!);

    private static CallEventKind? Kind(ref Utf8JsonReader type) =>
        type.ValueTextEquals("INCOMING_CALL"u8) ? CallEventKind.IncomingCall
        : type.ValueTextEquals("INCOMING_CALL_HANGUP"u8) ? CallEventKind.Hangup
        : type.ValueTextEquals("EXCHANGE_CALL"u8) ? CallEventKind.HandOver
        : type.ValueTextEquals("ADD_CALL"u8) ? CallEventKind.ThirdParty
        : type.ValueTextEquals("RECOVERY_CALL"u8) ? CallEventKind.RecoveryCall
        : null;

    private static CallData ReadCall(ref Utf8JsonReader reader)
    {
        string? sid = null;
        int? code = null;
        Start(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("sid"u8))
            {
                reader.Read();
                sid = reader.GetString();
            }
            else if (reader.ValueTextEquals("msgType"u8))
            {
                reader.Read();
                code = reader.GetInt32();
            }
            else
            {
                reader.Skip();
            }
        }

        return new(sid, code);
    }

    private static AgentState ReadState(ref Utf8JsonReader reader)
    {
        AgentState? state = null;
        Start(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isState = reader.ValueTextEquals("state"u8);
            reader.Read();
            if (isState)
                state = State(ref reader);
            else
                reader.Skip();
        }

        return state ?? throw new JsonException("state is missing.");
    }

    private static AgentState State(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("ready"u8) ? AgentState.Ready
        : reader.ValueTextEquals("busy"u8) ? AgentState.Busy
        : reader.ValueTextEquals("wait"u8) ? AgentState.Wait
        : reader.ValueTextEquals("leave"u8) ? AgentState.Leave
        : reader.ValueTextEquals("disconnected"u8) ? AgentState.Disconnected
        : AgentState.Unknown;

    private static int? ReadCode(ref Utf8JsonReader reader)
    {
        int? code = null;
        Start(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isCode = reader.ValueTextEquals("code"u8);
            reader.Read();
            if (isCode)
                code = reader.GetInt32();
            else
                reader.Skip();
        }

        return code;
    }

    private static void Start(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Expected an object.");
    }
}
