using System.Text.Json;

namespace Benchmarks.Fees;

/// <summary>The limit of reading: by hand for these members alone, one pass, no reflection.</summary>
internal static class LimitFeeReader
{
    /// <exception cref="JsonException">The JSON is broken, or not what the contract says.</exception>
    public static FeeBody Read(ReadOnlySpan<byte> json)
    {
        var body = new FeeBody();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("eventType"u8))
            {
                reader.Read();
                body.EventType = Text(ref reader);
            }
            else if (reader.ValueTextEquals("feeLst"u8))
            {
                reader.Read();
                Expect(ref reader, JsonTokenType.StartArray);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    body.FeeLst.Add(ReadRecord(ref reader));
            }
            else
            {
                reader.Skip();
            }
        }

        // The reader complains about anything after the value when it is asked to go on.
        reader.Read();
        return body;
    }

    private static FeeRecord ReadRecord(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        var record = new FeeRecord();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (!ReadMember(ref reader, name, record))
                (record.More ??= [])[System.Text.Encoding.UTF8.GetString(name)] = JsonElement.ParseValue(ref reader);
        }

        return record is { SpId: "" } or { AppKey: "" } or { BindNum: "" } or { SessionId: "" } or { CallerNum: "" } or { CalleeNum: "" }
            ? throw new JsonException("A member of the record is missing.")
            : record;
    }

    private static bool ReadMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, FeeRecord record)
    {
        switch (name.Length)
        {
            case 4:
                if (name.SequenceEqual("spId"u8))
                    record.SpId = Text(ref reader);
                else if (name.SequenceEqual("icid"u8))
                    record.Icid = reader.GetString();
                else
                    return false;
                return true;
            case 6:
                if (name.SequenceEqual("appKey"u8))
                    record.AppKey = Text(ref reader);
                else
                    return false;
                return true;
            case 7:
                if (name.SequenceEqual("bindNum"u8))
                    record.BindNum = Text(ref reader);
                else
                    return false;
                return true;
            case 8:
                if (name.SequenceEqual("hostName"u8))
                    record.HostName = reader.GetString();
                else if (name.SequenceEqual("failTime"u8))
                    record.FailTime = Time(ref reader);
                else if (name.SequenceEqual("userData"u8))
                    record.UserData = reader.GetString();
                else
                    return false;
                return true;
            case 9:
                if (name.SequenceEqual("direction"u8))
                    record.Direction = (Direction)Number(ref reader);
                else if (name.SequenceEqual("sessionId"u8))
                    record.SessionId = Text(ref reader);
                else if (name.SequenceEqual("callerNum"u8))
                    record.CallerNum = Text(ref reader);
                else if (name.SequenceEqual("calleeNum"u8))
                    record.CalleeNum = Text(ref reader);
                else if (name.SequenceEqual("fwdDstNum"u8))
                    record.FwdDstNum = reader.GetString();
                else
                    return false;
                return true;
            case 10:
                if (name.SequenceEqual("recordFlag"u8))
                    record.RecordFlag = (Recorded)Number(ref reader);
                else if (name.SequenceEqual("dynIVRPath"u8))
                    record.DynIVRPath = reader.GetString();
                else
                    return false;
                return true;
            case 11:
                if (name.SequenceEqual("callEndTime"u8))
                    record.CallEndTime = Time(ref reader);
                else if (name.SequenceEqual("fwdUnaswRsn"u8))
                    record.FwdUnaswRsn = (Cause)Number(ref reader);
                else if (name.SequenceEqual("serviceType"u8))
                    record.ServiceType = reader.GetString();
                else
                    return false;
                return true;
            case 12:
                if (name.SequenceEqual("fwdStartTime"u8))
                    record.FwdStartTime = Time(ref reader);
                else if (name.SequenceEqual("ulFailReason"u8))
                    record.UlFailReason = Number(ref reader);
                else if (name.SequenceEqual("recordDomain"u8))
                    record.RecordDomain = reader.GetString();
                else if (name.SequenceEqual("ttsPlayTimes"u8))
                    record.TtsPlayTimes = Number(ref reader);
                else
                    return false;
                return true;
            case 13:
                if (name.SequenceEqual("fwdDisplayNum"u8))
                    record.FwdDisplayNum = reader.GetString();
                else if (name.SequenceEqual("fwdAnswerTime"u8))
                    record.FwdAnswerTime = Time(ref reader);
                else if (name.SequenceEqual("sipStatusCode"u8))
                    record.SipStatusCode = Number(ref reader);
                else if (name.SequenceEqual("origCalleeNum"u8))
                    record.OrigCalleeNum = reader.GetString();
                else
                    return false;
                return true;
            case 15:
                if (name.SequenceEqual("fwdAlertingTime"u8))
                    record.FwdAlertingTime = Time(ref reader);
                else if (name.SequenceEqual("callOutUnaswRsn"u8))
                    record.CallOutUnaswRsn = (Cause)Number(ref reader);
                else if (name.SequenceEqual("recordStartTime"u8))
                    record.RecordStartTime = Time(ref reader);
                else if (name.SequenceEqual("dynIVRStartTime"u8))
                    record.DynIVRStartTime = Time(ref reader);
                else
                    return false;
                return true;
            case 16:
                if (name.SequenceEqual("callOutStartTime"u8))
                    record.CallOutStartTime = Time(ref reader);
                else if (name.SequenceEqual("recordObjectName"u8))
                    record.RecordObjectName = reader.GetString();
                else if (name.SequenceEqual("recordBucketName"u8))
                    record.RecordBucketName = reader.GetString();
                else if (name.SequenceEqual("ttsTransDuration"u8))
                    record.TtsTransDuration = Number(ref reader);
                else
                    return false;
                return true;
            case 17:
                if (name.SequenceEqual("callOutAnswerTime"u8))
                    record.CallOutAnswerTime = Time(ref reader);
                else
                    return false;
                return true;
            case 19:
                if (name.SequenceEqual("callOutAlertingTime"u8))
                    record.CallOutAlertingTime = Time(ref reader);
                else
                    return false;
                return true;
            case 21:
                if (name.SequenceEqual("recordFileDownloadUrl"u8))
                    record.RecordFileDownloadUrl = reader.GetString();
                else
                    return false;
                return true;
            default:
                return false;
        }
    }

    private static string Text(ref Utf8JsonReader reader) => reader.GetString() ?? throw new JsonException("Expected a string.");

    private static int Number(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : throw new JsonException("Expected a number.");

    private static DateTimeOffset? Time(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        Expect(ref reader, JsonTokenType.String);
        return TimeText.Read(reader.ValueSpan);
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
            throw new JsonException($"Expected {token}, found {reader.TokenType}.");
    }
}
