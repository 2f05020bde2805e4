using System.Text.Json.Serialization;

namespace Benchmarks.Streams;

/// <summary>All events in one class: cheaper for the serializer than a hierarchy, so the peer gets it.</summary>
internal sealed class FlatEvent
{
    public string? Type { get; set; }

    public FlatData? Data { get; set; }
}

internal sealed class FlatData
{
    public string? Sid { get; set; }

    public int? MsgType { get; set; }

    [JsonConverter(typeof(JsonStringEnumConverter<FlatState>))]
    public FlatState? State { get; set; }

    public int? Code { get; set; }
}

internal enum FlatState
{
    [JsonStringEnumMemberName("disconnected")]
    Disconnected,

    [JsonStringEnumMemberName("ready")]
    Ready,

    [JsonStringEnumMemberName("leave")]
    Leave,

    [JsonStringEnumMemberName("wait")]
    Wait,

    [JsonStringEnumMemberName("busy")]
    Busy,
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FlatEvent))]
internal sealed partial class EventJson : JsonSerializerContext;
