namespace ContactCenter.Simulator.Scenarios;

/// <summary>What happens in one run: tables of events, replies and mishaps. The endpoints know none of it by themselves.</summary>
/// <remarks>Immutable. All times are counted in the simulator's clock.</remarks>
public sealed record Scenario
{
    /// <summary>The name by which the scenario is chosen.</summary>
    /// <value>Lower case with hyphens, such as <c>text-then-call</c>.</value>
    public required string Name { get; init; }

    /// <summary>One sentence that says what happens.</summary>
    public required string Summary { get; init; }

    /// <summary>Lifetimes of tokens.</summary>
    public TokenTable Tokens { get; init; } = new();

    /// <summary>The text chat.</summary>
    public ChatTable Chat { get; init; } = new();

    /// <summary>Calls from the web page.</summary>
    public ClickToCallTable ClickToCall { get; init; } = new();

    /// <summary>Calls that the platform makes, and its callbacks.</summary>
    public RtcTable Rtc { get; init; } = new();

    /// <summary>Video calls of agents.</summary>
    public VideoTable Video { get; init; } = new();

    /// <summary>Mishaps of single requests. The first rule that fits a request counts.</summary>
    public IReadOnlyList<MishapRule> Mishaps { get; init; } = [];
}
