using ClientGen.Callbacks;
using ContactCenter.Rtc;

namespace ContactCenter.Demo;

/// <summary>What all scenarios share.</summary>
internal sealed class Theatre
{
    /// <summary>The simulator; the base address of all four systems.</summary>
    public required Uri Server { get; init; }

    /// <summary>The clock of clients and receivers.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Shows what happens.</summary>
    public required ITimeline Timeline { get; init; }

    /// <summary>Opens a server for callbacks on this machine.</summary>
    public required Func<IRtcVoiceReceiver, CallbackOptions, Action<string, int>, CancellationToken, Task<CallbackServer>> ReceiveCallbacksAsync { get; init; }

    /// <summary>How long a scenario may take in real time.</summary>
    public required TimeSpan Patience { get; init; }
}

/// <summary>A server that takes callbacks, until it is disposed.</summary>
/// <param name="StatusUrl">Where status events go.</param>
/// <param name="FeeUrl">Where fee events go.</param>
/// <param name="Close">Stops the server.</param>
internal sealed record CallbackServer(Uri StatusUrl, Uri FeeUrl, Func<ValueTask> Close) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Close();
}
