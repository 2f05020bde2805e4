using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Simulator.Hosting;

namespace ContactCenter.Simulator.Rtc;

/// <summary>Collects fee records, merges those that become ready close together, and sends them until they are taken.</summary>
internal sealed class FeeOffice(World world, CallbackSender sender)
{
    /// <summary>At most this many records travel in one message.</summary>
    private const int MostRecords = 50;

    /// <summary>An undelivered message is sent again this often, once an hour; then it is kept for sending by hand.</summary>
    private const int MostRepeats = 6;

    private static readonly TimeSpan BetweenRepeats = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Application, Uri Url), List<JsonObject>> _ready = [];

    /// <summary>Takes the record of a call that has ended.</summary>
    public void Add(RtcCall call)
    {
        if (call.Order.FeeUrl is not { } url)
        {
            world.Note(SimulatedSystem.Rtc, "callFee", "a record, told to nobody");
            return;
        }

        var key = (call.Order.Application, url);
        bool first;
        lock (_gate)
        {
            first = !_ready.TryGetValue(key, out var records);
            if (first)
                _ready[key] = records = [];
            records!.Add(FeeRecord.Of(world, call));
            for (var other = 0; other < world.Scenario.Rtc.OtherCallsEnding; other++)
                records.Add(FeeRecord.OfAnotherCall(world, call));
        }

        // The first one opens the envelope; what becomes ready until it is closed travels along.
        if (first)
            _ = world.Clock.Start(() => MergeAndSendAsync(key));
    }

    private async Task MergeAndSendAsync((string Application, Uri Url) key)
    {
        try
        {
            await world.Clock.NapAsync(world.Scenario.Rtc.FeeMerging, drives: true, bell: null, world.Simulator.Stopping.Token);
            List<JsonObject> records;
            lock (_gate)
                _ready.Remove(key, out records!);
            foreach (var message in records.Chunk(MostRecords))
                await DeliverAsync(key.Application, key.Url, message);
        }
        catch (OperationCanceledException)
        {
            // The simulator stops.
        }
    }

    private async Task DeliverAsync(string application, Uri url, JsonObject[] records)
    {
        var body = new JsonObject { ["eventType"] = "fee", ["feeLst"] = new JsonArray([.. records]) };
        var content = records.Length == 1 ? "fee, 1 record" : string.Create(CultureInfo.InvariantCulture, $"fee, {records.Length} records");
        for (var repeat = 0; repeat <= MostRepeats; repeat++)
        {
            if (repeat > 0)
                await world.Clock.NapAsync(BetweenRepeats, drives: true, bell: null, world.Simulator.Stopping.Token);
            var note = repeat == 0 ? content : string.Create(CultureInfo.InvariantCulture, $"{content}, again ({repeat} of {MostRepeats})");
            if (await sender.SendFeeAsync(application, url, body, note))
                return;
        }

        world.Note(SimulatedSystem.Rtc, "callFee", $"{content}: kept for sending by hand");
    }
}
