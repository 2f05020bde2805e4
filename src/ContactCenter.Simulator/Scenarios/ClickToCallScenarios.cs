namespace ContactCenter.Simulator.Scenarios;

/// <summary>Scenarios of tokens, chat and calls from the web page.</summary>
internal static class ClickToCallScenarios
{
    private const string Poll = "getClickToCallEvents";

    private static readonly ClickToCallTable OneCall = new()
    {
        Steps =
        [
            new(Seconds(1), CallStepKind.Queued),
            new(Seconds(25), CallStepKind.Connected),
            new(Seconds(30), CallStepKind.Released, "The agent hung up."),
        ],
    };

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new()
        {
            Name = "text-then-call",
            Summary = "A chat turns into a call: queue, connected, transferred to another agent, released by the agent.",
            ClickToCall = new()
            {
                Steps =
                [
                    new(Seconds(1), CallStepKind.Queued),
                    new(Seconds(45), CallStepKind.Connected),
                    new(Seconds(30), CallStepKind.Transferred),
                    new(Seconds(35), CallStepKind.Released, "The agent hung up."),
                ],
            },
        },
        new()
        {
            Name = "voice-only",
            Summary = "A voice call that stays connected until the client hangs up.",
            ClickToCall = new() { Steps = [new(Seconds(1), CallStepKind.Queued), new(Seconds(5), CallStepKind.Connected)] },
        },
        new()
        {
            Name = "long-queue",
            Summary = "Ten minutes in the queue, then a call of one minute.",
            ClickToCall = new()
            {
                Steps =
                [
                    new(Seconds(1), CallStepKind.Queued),
                    new(TimeSpan.FromMinutes(10), CallStepKind.Connected),
                    new(TimeSpan.FromMinutes(1), CallStepKind.Released, "The agent hung up."),
                ],
            },
        },
        new()
        {
            Name = "queue-timeout",
            Summary = "Nobody answers: the call leaves the queue after a minute.",
            ClickToCall = new()
            {
                Steps = [new(Seconds(1), CallStepKind.Queued), new(Seconds(60), CallStepKind.QueueTimedOut, "No agent answered in time.")],
            },
        },
        new()
        {
            Name = "failed-call",
            Summary = "The call fails while it waits in the queue.",
            ClickToCall = new()
            {
                Steps = [new(Seconds(1), CallStepKind.Queued), new(Seconds(5), CallStepKind.Failed, "The gateway is out of order.")],
            },
        },
        new()
        {
            Name = "calls-not-supported",
            Summary = "The tenant may not use WebRTC, so no call can be created.",
            ClickToCall = new() { WebRtcSupported = false },
        },
        new()
        {
            Name = "undocumented-event",
            Summary = "The call reports 168104, which no document explains, and goes on.",
            ClickToCall = new()
            {
                Steps =
                [
                    new(Seconds(1), CallStepKind.Queued),
                    new(Seconds(5), CallStepKind.Undocumented),
                    new(Seconds(5), CallStepKind.Connected),
                    new(Seconds(30), CallStepKind.Released, "The agent hung up."),
                ],
            },
        },
        new()
        {
            Name = "token-expires-mid-poll",
            Summary = "All tokens run out while the second poll is held; signing in again continues the call.",
            ClickToCall = OneCall,
            Mishaps = [new(Poll, Occurrence.Number(2), new Mishap.TokensRunOut { After = Seconds(8) })],
        },
        new()
        {
            Name = "three-failing-polls",
            Summary = "From the second on, every poll fails with result code 13; the client retries and gives up.",
            ClickToCall = OneCall,
            Mishaps = [new(Poll, Occurrence.From(2), new Mishap.FailedResult("13", "poll failed") { After = Seconds(1) })],
        },
        new()
        {
            Name = "cut-connection",
            Summary = "The connection of the second poll is cut before its answer; the next poll works.",
            ClickToCall = OneCall,
            Mishaps = [new(Poll, Occurrence.Number(2), new Mishap.CutConnection { After = Seconds(5) })],
        },
        new()
        {
            Name = "cut-body",
            Summary = "The connection of the second poll is cut in the middle of its answer; the next poll works.",
            ClickToCall = OneCall,
            Mishaps = [new(Poll, Occurrence.Number(2), new Mishap.CutBody(12))],
        },
        new()
        {
            Name = "truncated-json",
            Summary = "The JSON of the second poll's answer breaks off; the next poll works.",
            ClickToCall = OneCall,
            Mishaps = [new(Poll, Occurrence.Number(2), new Mishap.TruncatedJson(20))],
        },
        new()
        {
            Name = "server-errors",
            Summary = "The second and third poll are answered with status 500; the next poll works.",
            ClickToCall = OneCall,
            Mishaps = [new(Poll, new Occurrence(2, 3), new Mishap.Refusal(500, "internal error") { After = Seconds(1) })],
        },
        new()
        {
            Name = "rotated-token",
            Summary = "The answer about support replaces the messaging token; the old one is refused afterwards.",
            ClickToCall = OneCall,
            Mishaps = [new("checkClickToCallSupport", Occurrence.Number(1), new Mishap.RotatedToken())],
        },
        new()
        {
            Name = "slow-answers",
            Summary = "Every answer comes two seconds late.",
            Mishaps = [new("*", Occurrence.Always, new Mishap.Latency { After = Seconds(2) })],
        },
        new()
        {
            Name = "robot-first",
            Summary = "A robot answers the chat; TRANS2AGENT leads to an agent.",
            Chat = new() { RobotFirst = true },
        },
    ];

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
