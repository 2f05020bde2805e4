namespace ContactCenter.Simulator.Scenarios;

/// <summary>How calls from the web page go.</summary>
public sealed record ClickToCallTable
{
    /// <summary>Whether the tenant may use WebRTC.</summary>
    public bool WebRtcSupported { get; init; } = true;

    /// <summary>Whether the channel may start calls.</summary>
    public bool ClickToCallSupported { get; init; } = true;

    /// <summary>How long a poll is held while nothing happens.</summary>
    /// <value>20 seconds by default; the real service usually takes more than 10 and less than 60.</value>
    public TimeSpan Hold { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>What happens to a call, in order.</summary>
    public IReadOnlyList<CallStep> Steps { get; init; } =
    [
        new(TimeSpan.FromSeconds(1), CallStepKind.Queued),
        new(TimeSpan.FromSeconds(5), CallStepKind.Connected),
        new(TimeSpan.FromSeconds(30), CallStepKind.Released, "The agent hung up."),
    ];
}

/// <summary>What can happen to a call from the web page.</summary>
public enum CallStepKind
{
    /// <summary>168102: it waits for an agent.</summary>
    Queued,

    /// <summary>168101: an agent has answered.</summary>
    Connected,

    /// <summary>168106: it went to another agent.</summary>
    Transferred,

    /// <summary>168110: someone hung up; the call is over.</summary>
    Released,

    /// <summary>168105: it failed; the call is over.</summary>
    Failed,

    /// <summary>168103: it waited too long; the call is over.</summary>
    QueueTimedOut,

    /// <summary>168104, which no document explains; clients keep polling.</summary>
    Undocumented,
}

/// <summary>One thing that happens to a call from the web page.</summary>
/// <param name="After">How long after the step before, or after the creation of the call.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Cause">Why the call ended, in words; only for steps that end it.</param>
public sealed record CallStep(TimeSpan After, CallStepKind Kind, string? Cause = null);
