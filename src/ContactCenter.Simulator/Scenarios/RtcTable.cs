namespace ContactCenter.Simulator.Scenarios;

/// <summary>How calls that the platform makes go, and how it reports them.</summary>
public sealed record RtcTable
{
    /// <summary>Course of a verification call (callVerify).</summary>
    public IReadOnlyList<CallMoment> Verify { get; init; } =
    [
        new(TimeSpan.FromSeconds(1), "callout"),
        new(TimeSpan.FromSeconds(3), "alerting"),
        new(TimeSpan.FromSeconds(4), "answer"),
        new(TimeSpan.FromSeconds(12), "disconnect") { StateDescription = "The user releases the call." },
    ];

    /// <summary>Course of an announcement (callnotify).</summary>
    public IReadOnlyList<CallMoment> Notify { get; init; } =
    [
        new(TimeSpan.FromSeconds(1), "callout"),
        new(TimeSpan.FromSeconds(3), "alerting"),
        new(TimeSpan.FromSeconds(4), "answer"),
        new(TimeSpan.FromSeconds(9), "collectInfo") { Digits = "1" },
        new(TimeSpan.FromSeconds(6), "disconnect") { StateDescription = "The user releases the call." },
    ];

    /// <summary>Course of a call between two people (click2Call).</summary>
    public IReadOnlyList<CallMoment> Connect { get; init; } =
    [
        new(TimeSpan.FromSeconds(1), "callout"),
        new(TimeSpan.FromSeconds(3), "alerting"),
        new(TimeSpan.FromSeconds(4), "answer"),
        new(TimeSpan.FromSeconds(5), "callout"),
        new(TimeSpan.FromSeconds(3), "alerting"),
        new(TimeSpan.FromSeconds(4), "answer"),
        new(TimeSpan.FromSeconds(60), "disconnect") { StateDescription = "The user releases the call.", Party = "callee" },
    ];

    /// <summary>Free voice ports, for callers who ask.</summary>
    public int IdlePorts { get; init; } = 100;

    /// <summary>Whether the callback digest joins URL, nonce and time directly (documents of 2023) or with line feeds (2026).</summary>
    public CallbackDigest Digest { get; init; } = CallbackDigest.JoinedDirectly;

    /// <summary>How long after its end a call's fee record is ready.</summary>
    public TimeSpan FeeAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Records that become ready within this time travel together, at most 50 in one message.</summary>
    public TimeSpan FeeMerging { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many calls of the same application happen to end at the same time as each call, so that their records travel together.</summary>
    public int OtherCallsEnding { get; init; }

    /// <summary>What goes wrong on the way to the application's server.</summary>
    public IReadOnlyList<CallbackRule> Callbacks { get; init; } = [];
}

/// <summary>How the digest of a callback is made.</summary>
public enum CallbackDigest
{
    /// <summary>URL, nonce and time, one after the other.</summary>
    JoinedDirectly,

    /// <summary>URL, nonce and time with a line feed between them.</summary>
    JoinedByLineFeeds,
}

/// <summary>One step in the course of a call that the platform makes.</summary>
/// <param name="After">How long after the step before, or after the request.</param>
/// <param name="EventType">The eventType of the status event: callout, alerting, answer, collectInfo or disconnect.</param>
public sealed record CallMoment(TimeSpan After, string EventType)
{
    /// <summary>The digits that were typed; for collectInfo.</summary>
    public string Digits { get; init; } = "";

    /// <summary>Why the call ended; for disconnect. 0 is normal.</summary>
    public int StateCode { get; init; }

    /// <summary>The same in words, 1 to 128 characters.</summary>
    public string StateDescription { get; init; } = "The platform releases the call.";

    /// <summary>Who hung up, told to callers of click2Call who ask. The literal values are not documented.</summary>
    public string Party { get; init; } = "platform";
}

/// <summary>What goes wrong with one kind of callback.</summary>
/// <param name="EventType">The eventType, <c>fee</c> included.</param>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Delay">How late a late callback is.</param>
public sealed record CallbackRule(string EventType, CallbackFault Fault, TimeSpan Delay = default);

/// <summary>What can go wrong with a callback.</summary>
public enum CallbackFault
{
    /// <summary>It is sent twice.</summary>
    Repeated,

    /// <summary>It is sent after the ones that should follow it.</summary>
    Late,

    /// <summary>Its JSON breaks off in the middle.</summary>
    Malformed,

    /// <summary>Its digest is wrong.</summary>
    WrongSignature,
}
