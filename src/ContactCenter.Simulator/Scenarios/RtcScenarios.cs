namespace ContactCenter.Simulator.Scenarios;

/// <summary>Scenarios of calls that the platform makes, and of their callbacks.</summary>
internal static class RtcScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new()
        {
            Name = "verification-call",
            Summary = "A verification call: callout, alerting, answer, disconnect, and its fee record.",
        },
        new()
        {
            Name = "voice-notification",
            Summary = "An announcement with all five kinds of status event, one collected digit among them.",
        },
        new()
        {
            Name = "merged-fee",
            Summary = "49 other calls of the application end with this one: one fee callback carries 50 records.",
            Rtc = new() { OtherCallsEnding = 49 },
        },
        new()
        {
            Name = "no-answer",
            Summary = "Nobody answers the call: answer is missing, disconnect says 8101.",
            Rtc = new()
            {
                Verify =
                [
                    new(TimeSpan.FromSeconds(1), "callout"),
                    new(TimeSpan.FromSeconds(3), "alerting"),
                    new(TimeSpan.FromSeconds(45), "disconnect") { StateCode = 8101, StateDescription = "The callee does not answer." },
                ],
            },
        },
        new()
        {
            Name = "stopped-call",
            Summary = "The call stays answered until callStop ends it.",
            Rtc = new()
            {
                Verify = [new(TimeSpan.FromSeconds(1), "callout"), new(TimeSpan.FromSeconds(3), "alerting"), new(TimeSpan.FromSeconds(4), "answer")],
            },
        },
        new()
        {
            Name = "repeated-callback",
            Summary = "answer and fee are each sent twice.",
            Rtc = new() { Callbacks = [new("answer", CallbackFault.Repeated), new("fee", CallbackFault.Repeated)] },
        },
        new()
        {
            Name = "late-callback",
            Summary = "alerting arrives after disconnect.",
            Rtc = new() { Callbacks = [new("alerting", CallbackFault.Late, TimeSpan.FromSeconds(30))] },
        },
        new()
        {
            Name = "malformed-callback",
            Summary = "The JSON of alerting breaks off; the other events are right.",
            Rtc = new() { Callbacks = [new("alerting", CallbackFault.Malformed)] },
        },
        new()
        {
            Name = "forged-callback",
            Summary = "The digest of alerting is wrong; the other events are right.",
            Rtc = new() { Callbacks = [new("alerting", CallbackFault.WrongSignature)] },
        },
        new()
        {
            Name = "callback-digest-2026",
            Summary = "Callbacks are signed as in the documents of 2026, with line feeds.",
            Rtc = new() { Digest = CallbackDigest.JoinedByLineFeeds },
        },
        new()
        {
            Name = "no-voice-ports",
            Summary = "The first verification call is refused with 1020154, the next one works.",
            Mishaps = [new("callVerify", Occurrence.Number(1), new Mishap.Refusal(500, "Not enough voice ports", "1020154"))],
        },
    ];
}
