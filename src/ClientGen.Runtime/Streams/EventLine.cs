using ClientGen.Http;
using ClientGen.Polling;

namespace ClientGen.Streams;

/// <summary>What a stream remembers from one connection to the next.</summary>
internal sealed class EventLine(PipelineCore core)
{
    private TimeSpan _firstDelay = core.Streams.FirstDelay;
    private TimeSpan _pause;
    private int _failures;

    /// <summary>The id to resume from.</summary>
    public string? LastEventId { get; private set; }

    /// <summary>Whether there was a connection: before, failures are the caller's to know at once.</summary>
    public bool WasOpen { get; set; }

    /// <summary>Whether the stream has ended for good.</summary>
    public bool IsOver { get; set; }

    public void Received(string? id)
    {
        _failures = 0;
        LastEventId = id ?? LastEventId;
    }

    /// <summary>A connection ended or could not be made.</summary>
    /// <exception cref="StreamEndedException">Once too often.</exception>
    public void Broke(string operation, Exception? failure, TimeSpan? reconnectionTime = null)
    {
        if (reconnectionTime is { } asked && asked >= TimeSpan.Zero)
            _firstDelay = asked;
        _failures++;
        if (_failures > core.Streams.MaxReconnectAttempts)
            throw new StreamEndedException(operation, _failures, failure);
        // WHATWG HTML 9.2.3: "Wait a delay equal to the reconnection time ... Optionally, wait some more. In particular, if the
        // previous attempt failed, then user agents might introduce an exponential backoff delay".
        _pause = Failures.RetryAfter(failure, core.Clock) ?? Failures.Grown(_firstDelay, _failures, core.Streams.LongestDelay, core.Jitter);
        core.Log.Reconnecting(operation, _failures, _pause, failure);
    }

    public async ValueTask PauseAsync(CallerTokens caller)
    {
        if (_pause <= TimeSpan.Zero)
            return;
        try
        {
            await Task.Delay(_pause, core.Clock, caller.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            throw caller.Cancelled(e);
        }

        _pause = TimeSpan.Zero;
    }
}
