using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Flow;

/// <summary>CG5001, CG5002, CG5101: what was opened is ended, and commands fit the state.</summary>
public sealed class LifecycleTests
{
    private const string Open = """
        if (await client.CheckClickToCallSupportAsync(Channel.WEB, ct) is not { WebRTCSupported: true, ClickToCallSupported: true }) return;
        await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct);
        """;

    private static string Marked(string id) => Open.Replace("client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct)", "{|" + id + ":client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct)|}");

    [Theory]
    [InlineData("try { await Task.Delay(5, ct); } finally { await client.DropClickToCallAsync(new() { Channel = Channel.WEB }); }")]
    [InlineData("await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, ct)) Console.WriteLine(e);")]
    [InlineData("await client.DropClickToCallAsync(new() { Channel = Channel.WEB });")]
    public Task Calls_that_are_ended(string rest) => Check.Body(Open + rest);

    [Theory]
    [InlineData("if (DateTime.UtcNow.Hour > 8) return; await client.DropClickToCallAsync(new() { Channel = Channel.WEB });")]
    [InlineData("Console.WriteLine();")]
    public Task Calls_that_are_left_open(string rest) => Check.Body(Marked("CG5001") + rest);

    [Theory]
    [InlineData("await video.AnswerAsync(new() { Sid = call.Data.Sid }, ct); await {|CG5101:video.RefuseAsync(new() { Sid = call.Data.Sid }, ct)|};")]
    [InlineData("await {|CG5101:video.HangUpAsync(new() { Sid = call.Data.Sid }, ct)|};")]
    [InlineData("await video.AnswerAsync(new() { Sid = call.Data.Sid }, ct); await video.HangUpAsync(new() { Sid = call.Data.Sid }, ct);")]
    [InlineData("await video.RefuseAsync(new() { Sid = call.Data.Sid }, ct);")]
    [InlineData("if (video.Agent.Current == AgentState.Busy) await video.HangUpAsync(new() { Sid = call.Data.Sid }, ct);")]
    public Task Commands_and_states(string handle) => Check.Body($$"""
        await foreach (var e in video.EventsAsync(ct))
        {
            if (e is IncomingCall call)
            {
                {{handle}}
            }
        }
        """);
}
