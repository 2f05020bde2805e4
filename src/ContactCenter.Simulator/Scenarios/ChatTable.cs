namespace ContactCenter.Simulator.Scenarios;

/// <summary>How a text chat goes.</summary>
public sealed record ChatTable
{
    /// <summary>How long a customer waits for an agent after CONNECT or TRANS2AGENT.</summary>
    /// <value>3 seconds by default.</value>
    public TimeSpan Queue { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Place in the queue while waiting.</summary>
    /// <value>1 by default.</value>
    public int Position { get; init; } = 1;

    /// <summary>Whether a robot talks first; TRANS2AGENT then leads to an agent.</summary>
    /// <value>False by default: an agent answers.</value>
    public bool RobotFirst { get; init; }

    /// <summary>How long a poll waits for a message before it answers without one.</summary>
    /// <value>5 seconds by default. The real service does not document whether it waits at all.</value>
    public TimeSpan PollHold { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What is said, by whom and when.</summary>
    public IReadOnlyList<ChatLine> Lines { get; init; } =
    [
        new(ChatMoment.AgentJoins, TimeSpan.Zero, ChatSpeaker.Agent, "Hello, how can I help you?"),
        new(ChatMoment.CustomerWrites, TimeSpan.FromSeconds(2), ChatSpeaker.Agent, "I am looking into it."),
        new(ChatMoment.RobotJoins, TimeSpan.Zero, ChatSpeaker.Robot, "Hello, I am the assistant."),
    ];
}

/// <summary>What a line of a chat follows.</summary>
public enum ChatMoment
{
    /// <summary>A robot has taken the conversation.</summary>
    RobotJoins,

    /// <summary>An agent has taken the conversation.</summary>
    AgentJoins,

    /// <summary>The customer has written something; each time anew.</summary>
    CustomerWrites,
}

/// <summary>Who says a line.</summary>
public enum ChatSpeaker
{
    /// <summary>A person of the contact center.</summary>
    Agent,

    /// <summary>The automatic assistant.</summary>
    Robot,

    /// <summary>The platform itself.</summary>
    System,
}

/// <summary>One line that someone at the contact center says.</summary>
/// <param name="Upon">What it follows.</param>
/// <param name="After">How long after that.</param>
/// <param name="Speaker">Who says it.</param>
/// <param name="Text">The text, at most 500 characters.</param>
public sealed record ChatLine(ChatMoment Upon, TimeSpan After, ChatSpeaker Speaker, string Text);
