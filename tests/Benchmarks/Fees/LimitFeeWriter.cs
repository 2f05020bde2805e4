using System.Text.Json;

namespace Benchmarks.Fees;

/// <summary>The limit of writing: by hand for these members alone, nothing allocated.</summary>
internal static class LimitFeeWriter
{
    // Names that were looked through for escapes once.
    private static readonly JsonEncodedText EventType = JsonEncodedText.Encode("eventType");
    private static readonly JsonEncodedText FeeLst = JsonEncodedText.Encode("feeLst");
    private static readonly JsonEncodedText Direction = JsonEncodedText.Encode("direction");
    private static readonly JsonEncodedText SpId = JsonEncodedText.Encode("spId");
    private static readonly JsonEncodedText AppKey = JsonEncodedText.Encode("appKey");
    private static readonly JsonEncodedText Icid = JsonEncodedText.Encode("icid");
    private static readonly JsonEncodedText BindNum = JsonEncodedText.Encode("bindNum");
    private static readonly JsonEncodedText SessionId = JsonEncodedText.Encode("sessionId");
    private static readonly JsonEncodedText CallerNum = JsonEncodedText.Encode("callerNum");
    private static readonly JsonEncodedText CalleeNum = JsonEncodedText.Encode("calleeNum");
    private static readonly JsonEncodedText FwdDisplayNum = JsonEncodedText.Encode("fwdDisplayNum");
    private static readonly JsonEncodedText FwdDstNum = JsonEncodedText.Encode("fwdDstNum");
    private static readonly JsonEncodedText FwdStartTime = JsonEncodedText.Encode("fwdStartTime");
    private static readonly JsonEncodedText FwdAlertingTime = JsonEncodedText.Encode("fwdAlertingTime");
    private static readonly JsonEncodedText FwdAnswerTime = JsonEncodedText.Encode("fwdAnswerTime");
    private static readonly JsonEncodedText CallEndTime = JsonEncodedText.Encode("callEndTime");
    private static readonly JsonEncodedText FwdUnaswRsn = JsonEncodedText.Encode("fwdUnaswRsn");
    private static readonly JsonEncodedText FailTime = JsonEncodedText.Encode("failTime");
    private static readonly JsonEncodedText UlFailReason = JsonEncodedText.Encode("ulFailReason");
    private static readonly JsonEncodedText SipStatusCode = JsonEncodedText.Encode("sipStatusCode");
    private static readonly JsonEncodedText CallOutStartTime = JsonEncodedText.Encode("callOutStartTime");
    private static readonly JsonEncodedText CallOutAlertingTime = JsonEncodedText.Encode("callOutAlertingTime");
    private static readonly JsonEncodedText CallOutAnswerTime = JsonEncodedText.Encode("callOutAnswerTime");
    private static readonly JsonEncodedText CallOutUnaswRsn = JsonEncodedText.Encode("callOutUnaswRsn");
    private static readonly JsonEncodedText DynIVRStartTime = JsonEncodedText.Encode("dynIVRStartTime");
    private static readonly JsonEncodedText DynIVRPath = JsonEncodedText.Encode("dynIVRPath");
    private static readonly JsonEncodedText RecordFlag = JsonEncodedText.Encode("recordFlag");
    private static readonly JsonEncodedText RecordStartTime = JsonEncodedText.Encode("recordStartTime");
    private static readonly JsonEncodedText RecordObjectName = JsonEncodedText.Encode("recordObjectName");
    private static readonly JsonEncodedText RecordBucketName = JsonEncodedText.Encode("recordBucketName");
    private static readonly JsonEncodedText RecordDomain = JsonEncodedText.Encode("recordDomain");
    private static readonly JsonEncodedText RecordFileDownloadUrl = JsonEncodedText.Encode("recordFileDownloadUrl");
    private static readonly JsonEncodedText TtsPlayTimes = JsonEncodedText.Encode("ttsPlayTimes");
    private static readonly JsonEncodedText TtsTransDuration = JsonEncodedText.Encode("ttsTransDuration");
    private static readonly JsonEncodedText ServiceType = JsonEncodedText.Encode("serviceType");
    private static readonly JsonEncodedText HostName = JsonEncodedText.Encode("hostName");
    private static readonly JsonEncodedText UserData = JsonEncodedText.Encode("userData");
    private static readonly JsonEncodedText OrigCalleeNum = JsonEncodedText.Encode("origCalleeNum");

    public static void Write(Utf8JsonWriter writer, FeeBody body)
    {
        writer.WriteStartObject();
        writer.WriteString(EventType, body.EventType);
        writer.WriteStartArray(FeeLst);
        foreach (var record in body.FeeLst)
            Write(writer, record);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, FeeRecord record)
    {
        writer.WriteStartObject();
        writer.WriteNumber(Direction, (int)record.Direction);
        writer.WriteString(SpId, record.SpId);
        writer.WriteString(AppKey, record.AppKey);
        if (record.Icid is { } icid)
            writer.WriteString(Icid, icid);
        writer.WriteString(BindNum, record.BindNum);
        writer.WriteString(SessionId, record.SessionId);
        writer.WriteString(CallerNum, record.CallerNum);
        writer.WriteString(CalleeNum, record.CalleeNum);
        if (record.FwdDisplayNum is { } fwdDisplayNum)
            writer.WriteString(FwdDisplayNum, fwdDisplayNum);
        if (record.FwdDstNum is { } fwdDstNum)
            writer.WriteString(FwdDstNum, fwdDstNum);
        Write(writer, FwdStartTime, record.FwdStartTime);
        Write(writer, FwdAlertingTime, record.FwdAlertingTime);
        Write(writer, FwdAnswerTime, record.FwdAnswerTime);
        Write(writer, CallEndTime, record.CallEndTime);
        if (record.FwdUnaswRsn is { } fwdUnaswRsn)
            writer.WriteNumber(FwdUnaswRsn, (int)fwdUnaswRsn);
        Write(writer, FailTime, record.FailTime);
        if (record.UlFailReason is { } ulFailReason)
            writer.WriteNumber(UlFailReason, ulFailReason);
        if (record.SipStatusCode is { } sipStatusCode)
            writer.WriteNumber(SipStatusCode, sipStatusCode);
        Write(writer, CallOutStartTime, record.CallOutStartTime);
        Write(writer, CallOutAlertingTime, record.CallOutAlertingTime);
        Write(writer, CallOutAnswerTime, record.CallOutAnswerTime);
        if (record.CallOutUnaswRsn is { } callOutUnaswRsn)
            writer.WriteNumber(CallOutUnaswRsn, (int)callOutUnaswRsn);
        Write(writer, DynIVRStartTime, record.DynIVRStartTime);
        if (record.DynIVRPath is { } dynIVRPath)
            writer.WriteString(DynIVRPath, dynIVRPath);
        if (record.RecordFlag is { } recordFlag)
            writer.WriteNumber(RecordFlag, (int)recordFlag);
        Write(writer, RecordStartTime, record.RecordStartTime);
        if (record.RecordObjectName is { } recordObjectName)
            writer.WriteString(RecordObjectName, recordObjectName);
        if (record.RecordBucketName is { } recordBucketName)
            writer.WriteString(RecordBucketName, recordBucketName);
        if (record.RecordDomain is { } recordDomain)
            writer.WriteString(RecordDomain, recordDomain);
        if (record.RecordFileDownloadUrl is { } recordFileDownloadUrl)
            writer.WriteString(RecordFileDownloadUrl, recordFileDownloadUrl);
        if (record.TtsPlayTimes is { } ttsPlayTimes)
            writer.WriteNumber(TtsPlayTimes, ttsPlayTimes);
        if (record.TtsTransDuration is { } ttsTransDuration)
            writer.WriteNumber(TtsTransDuration, ttsTransDuration);
        if (record.ServiceType is { } serviceType)
            writer.WriteString(ServiceType, serviceType);
        if (record.HostName is { } hostName)
            writer.WriteString(HostName, hostName);
        if (record.UserData is { } userData)
            writer.WriteString(UserData, userData);
        if (record.OrigCalleeNum is { } origCalleeNum)
            writer.WriteString(OrigCalleeNum, origCalleeNum);
        if (record.More is { } more)
            Write(writer, more);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Dictionary<string, JsonElement> more)
    {
        foreach (var (name, value) in more)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonEncodedText name, DateTimeOffset? moment)
    {
        if (moment is not { } there)
            return;
        Span<byte> text = stackalloc byte[TimeText.Length];
        TimeText.Write(text, there);
        writer.WriteString(name, text);
    }
}
