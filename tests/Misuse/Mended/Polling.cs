using ClientGen.Protocol;

namespace Misuse;

/// <summary>Loops that stop too late, too early, or expect too much.</summary>
public sealed class Polling(ICcMessagingClient client)
{
    /// <summary>Stops on one terminal event of three.</summary>
    public async Task WatchForTooLongAsync(CancellationToken ct)
    {
        var failures = 0;
        while (true)
        {
            ClickToCallEvent e;
            try
            {
                e = await client.GetClickToCallEventsAsync(Channel.WEB, ct); // CG2001
                failures = 0;
            }
            catch (ClientGenException) when (++failures <= 3)
            {
                await Task.Delay(1000, ct);
                continue;
            }

            if (e is CallReleased)
                break;
        }
    }

    /// <summary>Takes no news for the end.</summary>
    public async Task WatchTooBrieflyAsync(CancellationToken ct)
    {
        var failures = 0;
        while (true)
        {
            ClickToCallEvent e;
            try
            {
                e = await client.GetClickToCallEventsAsync(Channel.WEB, ct); // CG2002
                failures = 0;
            }
            catch (ClientGenException) when (++failures <= 3)
            {
                await Task.Delay(1000, ct);
                continue;
            }

            if (e.IsTerminal || e is NoEvent)
                break;
        }
    }
}

/// <summary>A code of an event that may be missing. Generated clients of the contracts here have a case for that instead.</summary>
public enum Tide
{
    /// <summary>More water.</summary>
    Rising = 1,

    /// <summary>No more tides.</summary>
    [ProtocolEvent(Terminal = true)]
    Over = 2,
}

/// <summary>What the harbour answers.</summary>
/// <param name="Event">The event; null without news.</param>
public sealed record TideAnswer(Tide? Event);

/// <summary>A client with such an answer.</summary>
public interface IHarbour
{
    /// <summary>Waits for the next event.</summary>
    [ProtocolOperation("watchTide"), Poll(MinTimeoutMs = 60000)]
    Task<TideAnswer> WatchTideAsync(CancellationToken cancellationToken = default);
}

/// <summary>Expects an event in every answer.</summary>
public sealed class TideWatch(IHarbour harbour)
{
    /// <summary>Watches the tides.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (true)
        {
            var answer = await harbour.WatchTideAsync(ct);
            if (answer.Event!.Value == Tide.Over) // CG2007
                return;
        }
    }
}
