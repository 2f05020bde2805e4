namespace ContactCenter.Simulator.Scenarios;

/// <summary>Scenarios of an agent's video calls.</summary>
internal static class VideoScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new()
        {
            Name = "agent-video",
            Summary = "A customer calls an agent; after a hand-over to a second agent the customer hangs up.",
            Video = new()
            {
                Customer =
                [
                    new("events", TimeSpan.FromSeconds(3), CustomerAction.Calls),
                    new("acceptChangePerson", TimeSpan.FromSeconds(20), CustomerAction.HangsUp),
                ],
            },
        },
        new()
        {
            Name = "third-party",
            Summary = "A customer calls an agent, who adds a second agent; when that one is gone, the customer hangs up.",
            Video = new()
            {
                Customer =
                [
                    new("events", TimeSpan.FromSeconds(3), CustomerAction.Calls),
                    new("removeAddPerson", TimeSpan.FromSeconds(10), CustomerAction.HangsUp),
                    new("quitAddPerson", TimeSpan.FromSeconds(10), CustomerAction.HangsUp),
                ],
            },
        },
        new()
        {
            Name = "sse-drop",
            Summary = "The event stream is cut after two events; the missed ones follow after Last-Event-ID.",
            Video = new()
            {
                CutStreamAfter = 2,
                Customer =
                [
                    new("events", TimeSpan.FromSeconds(3), CustomerAction.Calls),
                    new("answer", TimeSpan.FromSeconds(60), CustomerAction.HangsUp),
                ],
            },
        },
        new()
        {
            Name = "missed-video-call",
            Summary = "The customer goes offline before the agent answers, after heartbeats on a silent stream.",
            Video = new()
            {
                Customer =
                [
                    new("events", TimeSpan.FromSeconds(40), CustomerAction.Calls),
                    new("events", TimeSpan.FromSeconds(70), CustomerAction.GoesOffline),
                ],
            },
        },
        new()
        {
            Name = "video-program-fault",
            Summary = "During a call the program on the agent's machine fails, and the customer uploads a picture before the session ends.",
            Video = new()
            {
                Customer =
                [
                    new("events", TimeSpan.FromSeconds(3), CustomerAction.Calls),
                    new("answer", TimeSpan.FromSeconds(5), CustomerAction.ProgramFails),
                    new("answer", TimeSpan.FromSeconds(10), CustomerAction.UploadsPicture),
                    new("answer", TimeSpan.FromSeconds(30), CustomerAction.SessionEnds),
                ],
            },
        },
    ];
}
