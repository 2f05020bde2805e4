using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Simulator.Hosting;

namespace ContactCenter.Simulator.Rtc;

/// <summary>Makes the fee record of a call.</summary>
internal static class FeeRecord
{
    /// <summary>The record of a call that this simulator made.</summary>
    public static JsonObject Of(World world, RtcCall call)
    {
        var order = call.Order;
        var record = Common(world, order, call.SessionId, order.Called);
        Add(record, "callOutStartTime", call.TimeOf("callout", 0));
        Add(record, "callOutAlertingTime", call.TimeOf("alerting", 0));
        Add(record, "callOutAnswerTime", call.TimeOf("answer", 0));
        record["callOutUnaswRsn"] = call.TimeOf("answer", 0) is null ? 19 : 0;
        Add(record, "callEndTime", call.TimeOf("disconnect", 0));
        if (call.Digits.Count > 0)
            record["dynIVRPath"] = string.Join('-', call.Digits);
        if (order.UserData is { } userData)
            record["userData"] = userData;

        if (order.Second is { } second)
            AddSecondPerson(world, call, record, second);
        return record;
    }

    /// <summary>The record of a call that someone else made at the same time, so that messages have something to merge.</summary>
    public static JsonObject OfAnotherCall(World world, RtcCall call)
    {
        var number = world.NextNumber();
        var sessionId = string.Create(CultureInfo.InvariantCulture, $"1200_{number}_0_{world.Now:yyyyMMddHHmmss}@callenabler.example");
        var record = Common(world, call.Order, sessionId, string.Create(CultureInfo.InvariantCulture, $"+86138{number:00000000}"));
        Add(record, "callOutStartTime", call.TimeOf("callout", 0));
        Add(record, "callEndTime", call.TimeOf("disconnect", 0));
        record["callOutUnaswRsn"] = 0;
        return record;
    }

    private static JsonObject Common(World world, CallOrder order, string sessionId, string called) => new()
    {
        ["direction"] = 0,
        ["spId"] = "simulator",
        ["appKey"] = order.Application,
        ["icid"] = string.Create(CultureInfo.InvariantCulture, $"CAE-{world.Now:yyyyMMddHHmmss}-{world.NextNumber():00000000}"),
        ["bindNum"] = order.Caller,
        ["sessionId"] = sessionId,
        ["callerNum"] = order.Caller,
        ["calleeNum"] = called,
        ["ulFailReason"] = 0,
        ["sipStatusCode"] = 0,
        ["recordFlag"] = 0,
        ["ttsPlayTimes"] = 0,
        ["ttsTransDuration"] = 0,
        // 001 for calls that speak, 002 for calls between two people; only these have fwd and record members.
        ["serviceType"] = order.Second is null ? "001" : "002",
        ["hostName"] = "callenabler.example",
    };

    private static void AddSecondPerson(World world, RtcCall call, JsonObject record, (string Display, string Number) second)
    {
        record["fwdDisplayNum"] = second.Display;
        record["fwdDstNum"] = second.Number;
        Add(record, "fwdStartTime", call.TimeOf("callout", 1));
        Add(record, "fwdAlertingTime", call.TimeOf("alerting", 1));
        Add(record, "fwdAnswerTime", call.TimeOf("answer", 1));
        record["fwdUnaswRsn"] = call.TimeOf("answer", 1) is null ? 19 : 0;
        if (!call.Order.IsRecorded || call.TimeOf("answer", 1) is null)
            return;

        var file = string.Create(CultureInfo.InvariantCulture, $"recording-{world.NextNumber()}.wav");
        world.Rtc.Recordings[file] = world.Now;
        record["recordFlag"] = 1;
        Add(record, "recordStartTime", call.TimeOf("answer", 1));
        record["recordObjectName"] = file;
        record["recordBucketName"] = "simulator";
        record["recordDomain"] = "recordings.example";
    }

    private static void Add(JsonObject record, string member, DateTimeOffset? time)
    {
        if (time is { } known)
            record[member] = known.ToString(RtcPlatform.TimeForm, CultureInfo.InvariantCulture);
    }
}
