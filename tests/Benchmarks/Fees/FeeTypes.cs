using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benchmarks.Fees;

/// <summary>A fee callback, as someone writes it by hand for System.Text.Json. The limit fills the same classes.</summary>
internal sealed class FeeBody
{
    public string EventType { get; set; } = "";

    public List<FeeRecord> FeeLst { get; set; } = [];
}

/// <summary>One call's record. Setters and not <c>init</c>: the serializer is faster with them, so the peer gets them.</summary>
internal sealed class FeeRecord
{
    public Direction Direction { get; set; }

    public string SpId { get; set; } = "";

    public string AppKey { get; set; } = "";

    public string? Icid { get; set; }

    public string BindNum { get; set; } = "";

    public string SessionId { get; set; } = "";

    public string CallerNum { get; set; } = "";

    public string CalleeNum { get; set; } = "";

    public string? FwdDisplayNum { get; set; }

    public string? FwdDstNum { get; set; }

    public DateTimeOffset? FwdStartTime { get; set; }

    public DateTimeOffset? FwdAlertingTime { get; set; }

    public DateTimeOffset? FwdAnswerTime { get; set; }

    public DateTimeOffset? CallEndTime { get; set; }

    public Cause? FwdUnaswRsn { get; set; }

    public DateTimeOffset? FailTime { get; set; }

    public int? UlFailReason { get; set; }

    public int? SipStatusCode { get; set; }

    public DateTimeOffset? CallOutStartTime { get; set; }

    public DateTimeOffset? CallOutAlertingTime { get; set; }

    public DateTimeOffset? CallOutAnswerTime { get; set; }

    public Cause? CallOutUnaswRsn { get; set; }

    public DateTimeOffset? DynIVRStartTime { get; set; }

    public string? DynIVRPath { get; set; }

    public Recorded? RecordFlag { get; set; }

    public DateTimeOffset? RecordStartTime { get; set; }

    public string? RecordObjectName { get; set; }

    public string? RecordBucketName { get; set; }

    public string? RecordDomain { get; set; }

    public string? RecordFileDownloadUrl { get; set; }

    public int? TtsPlayTimes { get; set; }

    public int? TtsTransDuration { get; set; }

    public string? ServiceType { get; set; }

    public string? HostName { get; set; }

    public string? UserData { get; set; }

    public string? OrigCalleeNum { get; set; }

    /// <summary>Members without a type, and any that the contract does not name: it says that there can be more.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>Seen from the platform.</summary>
internal enum Direction
{
    Outgoing = 0,
    Callback = 1,
}

/// <summary>Whether the call was recorded.</summary>
internal enum Recorded
{
    No = 0,
    Yes = 1,
}

/// <summary>Why nobody answered, by ITU-T Q.850. Any number is possible.</summary>
internal enum Cause
{
    None = 0,
    UserBusy = 17,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(TimeConverter)])]
[JsonSerializable(typeof(FeeBody))]
internal sealed partial class FeeJson : JsonSerializerContext;
