using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Simulator.Contracts;
using ContactCenter.Simulator.Hosting;
using ContactCenter.Simulator.Scenarios;

namespace ContactCenter.Simulator.Rtc;

/// <summary>Makes calls and reports them.</summary>
internal sealed class RtcPlatform(World world)
{
    /// <summary>How times are written in events and records.</summary>
    public const string TimeForm = "yyyy-MM-dd HH:mm:ss";

    private readonly ConcurrentDictionary<string, RtcCall> _calls = new(StringComparer.Ordinal);
    private readonly CallbackSender _sender = new(world);

    private FeeOffice Fees => field ??= new FeeOffice(world, _sender);

    /// <summary>Recordings by file name, with the time at which each was made.</summary>
    public ConcurrentDictionary<string, DateTimeOffset> Recordings { get; } = new(StringComparer.Ordinal);

    /// <summary>Starts a call.</summary>
    /// <returns>Its session id.</returns>
    public string Start(CallOrder order)
    {
        var number = world.NextNumber();
        var sessionId = string.Create(CultureInfo.InvariantCulture, $"1200_{number}_0_{world.Now:yyyyMMddHHmmss}@callenabler.example");
        var call = new RtcCall(sessionId, order);
        _calls[sessionId] = call;
        _ = world.Clock.Start(() => RunAsync(call));
        return sessionId;
    }

    /// <summary>Ends a call on the application's order.</summary>
    /// <returns>False when there is no such call under way.</returns>
    public bool Stop(string application, string sessionId)
    {
        if (!_calls.TryGetValue(sessionId, out var call) || call.IsOver || call.Order.Application != application)
            return false;
        call.Stop.Ring();
        return true;
    }

    private async Task RunAsync(RtcCall call)
    {
        try
        {
            var end = await CourseAsync(call);
            call.IsOver = true;
            await ReportAsync(call, end);
            await world.Clock.NapAsync(world.Scenario.Rtc.FeeAfter, drives: true, bell: null, world.Simulator.Stopping.Token);
            Fees.Add(call);
        }
        catch (OperationCanceledException)
        {
            // The simulator stops.
        }
    }

    /// <summary>Lets everything happen up to the end of the call.</summary>
    /// <returns>How it ended.</returns>
    private async Task<CallMoment> CourseAsync(RtcCall call)
    {
        foreach (var moment in call.Order.Course)
        {
            if (await NapAsync(call, moment.After))
                return StoppedByOrder;
            if (moment.EventType == "disconnect")
                return moment;
            await ReportAsync(call, moment);
        }

        // A course without an end lasts until callStop.
        await NapAsync(call, Timeout.InfiniteTimeSpan);
        return StoppedByOrder;
    }

    private static CallMoment StoppedByOrder { get; } =
        new(TimeSpan.Zero, "disconnect") { StateCode = 8017, StateDescription = "Released on the order of the application.", Party = "platform" };

    private Task<bool> NapAsync(RtcCall call, TimeSpan pause) => world.Clock.NapAsync(pause, drives: true, call.Stop, world.Simulator.Stopping.Token);

    private Task ReportAsync(RtcCall call, CallMoment moment)
    {
        call.Course.Add((moment.EventType, world.Now));
        if (moment.EventType == "collectInfo")
            call.Digits.Add(moment.Digits);
        if (call.Order.StatusUrl is not { } url)
        {
            world.Note(SimulatedSystem.Rtc, "callStatus", $"{moment.EventType}, told to nobody");
            return Task.CompletedTask;
        }

        var body = new JsonObject { ["eventType"] = moment.EventType, ["statusInfo"] = StatusInfo(call, moment) };
        return _sender.SendStatusAsync(call.Order.Application, url, moment.EventType, body);
    }

    private JsonObject StatusInfo(RtcCall call, CallMoment moment)
    {
        var order = call.Order;
        var info = new JsonObject
        {
            ["timestamp"] = world.Now.ToString(TimeForm, CultureInfo.InvariantCulture),
            ["sessionId"] = call.SessionId,
        };
        if (moment.EventType == "collectInfo")
        {
            // Without caller, called and userData, unlike the other events.
            info["digitInfo"] = moment.Digits;
            return info;
        }

        info["caller"] = order.Caller;
        info["called"] = order.Called;
        if (order.UserData is { } userData)
            info["userData"] = userData;
        if (moment.EventType == "disconnect")
        {
            info["stateCode"] = moment.StateCode;
            info["stateDesc"] = moment.StateDescription;
            if (order.TellsParty)
                info["partyType"] = moment.Party;
        }

        return info;
    }
}
