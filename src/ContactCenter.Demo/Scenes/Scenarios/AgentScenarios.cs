using ContactCenter.VideoSignalling;

namespace ContactCenter.Demo;

/// <summary>Video calls, from the side of the agents.</summary>
internal static class AgentScenarios
{
    public static IReadOnlyList<DemoScenario> All { get; } =
    [
        new()
        {
            Name = "agent-video",
            Summary = "An agent answers, takes a picture and hands the call over to a second agent; the customer hangs up.",
            Expected =
            [
                "INCOMING_CALL 50200", "STATE_CHANGE wait", "answered: busy", "SNAPSHOT", "EXCHANGE_CALL 20100", "EXCHANGE_CALL 20101", "EXCHANGE_CALL 50201", "handed over: ready",
                "INCOMING_CALL_HANGUP 30017",
            ],
            PlayAsync = HandOverAsync,
        },
        new()
        {
            Name = "sse-drop",
            Summary = "The event stream is cut in mid-call; it resumes after the last event, and none is lost or doubled.",
            Expected = ["INCOMING_CALL 50200", "resumed after event 2", "STATE_CHANGE wait", "answered: busy", "INCOMING_CALL_HANGUP 30017"],
            PlayAsync = ResumeAsync,
        },
    ];

    private static async Task HandOverAsync(Stage stage, CancellationToken cancellationToken)
    {
        await using var lead = await AgentProgram.ReadyAsync(stage, "first", cancellationToken);
        await using var other = await AgentProgram.ReadyAsync(stage, "second", cancellationToken);

        var call = await lead.NextAsync<IncomingCall>(static _ => true, cancellationToken);
        var sid = call.Data.Sid;
        await lead.NextAsync<StateChange>(static _ => true, cancellationToken);
        await lead.Client.AnswerAsync(new() { Sid = sid }, cancellationToken);
        lead.Did("answered");
        await lead.Client.SnapshotAsync(new() { Type = SnapshotStream.Player }, cancellationToken);
        await lead.NextAsync<SnapshotTaken>(static _ => true, cancellationToken);

        await lead.Client.AskChangePersonAsync(new() { Sid = sid, Newer = other.Account }, cancellationToken);
        await other.NextAsync<ExchangeCall>(static e => e.Data.MsgType == VideoControlCode.StaffChangeAsk, cancellationToken);
        await other.Client.AcceptChangePersonAsync(new() { Sid = sid }, cancellationToken);
        await lead.NextAsync<ExchangeCall>(static e => e.Data.MsgType == VideoControlCode.StaffChangeCallBackAccept, cancellationToken);
        await other.NextAsync<ExchangeCall>(static e => e.Data.MsgType == VideoControlCode.StaffChangeLiveSrc, cancellationToken);
        await lead.StateAsync(AgentState.Ready, cancellationToken);
        lead.Did("handed over");
        await other.NextAsync<IncomingCallHangup>(static _ => true, cancellationToken);
    }

    private static async Task ResumeAsync(Stage stage, CancellationToken cancellationToken)
    {
        await using var agent = await AgentProgram.ReadyAsync(stage, "first", cancellationToken);
        var call = await agent.NextAsync<IncomingCall>(static _ => true, cancellationToken);
        await agent.NextAsync<StateChange>(static _ => true, cancellationToken);
        await agent.Client.AnswerAsync(new() { Sid = call.Data.Sid }, cancellationToken);
        agent.Did("answered");
        await agent.NextAsync<IncomingCallHangup>(static _ => true, cancellationToken);
    }
}
