namespace ContactCenter.Simulator.Scenarios;

/// <summary>How video calls of agents go.</summary>
public sealed record VideoTable
{
    /// <summary>How often a silent stream gets a comment line, so that nobody on the way closes it.</summary>
    /// <value>15 seconds by default. Heartbeats never move virtual time by themselves.</value>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The pause before reconnecting that the stream asks for.</summary>
    /// <value>500 milliseconds by default.</value>
    public TimeSpan Retry { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long an invited agent may think.</summary>
    /// <value>30 seconds by default. It never moves virtual time by itself.</value>
    public TimeSpan Invitation { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After how many events the first stream of each agent is cut. 0: never.</summary>
    public int CutStreamAfter { get; init; }

    /// <summary>What the customer does, and when.</summary>
    public IReadOnlyList<CustomerStep> Customer { get; init; } =
    [
        new("events", TimeSpan.FromSeconds(3), CustomerAction.Calls),
    ];
}

/// <summary>One thing that a customer does.</summary>
/// <param name="Upon">The operation of the agents that it follows: <c>events</c> (the first agent listens), <c>answer</c>, <c>acceptChangePerson</c>, …; once.</param>
/// <param name="After">How long after that.</param>
/// <param name="Action">What happens.</param>
public sealed record CustomerStep(string Upon, TimeSpan After, CustomerAction Action);

/// <summary>What can happen on the customer's side of a video call.</summary>
public enum CustomerAction
{
    /// <summary>50200: the customer calls the first agent who listens.</summary>
    Calls,

    /// <summary>30017: the customer hangs up.</summary>
    HangsUp,

    /// <summary>30019: the customer is offline.</summary>
    GoesOffline,

    /// <summary>30000: the session ends by itself.</summary>
    SessionEnds,

    /// <summary>50204: the customer uploads a picture.</summary>
    UploadsPicture,

    /// <summary>The program on the agent's machine has a fault.</summary>
    ProgramFails,
}
