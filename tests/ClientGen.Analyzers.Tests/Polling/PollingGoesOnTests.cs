using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Polling;

/// <summary>CG2003: what tells one event of many is asked more than once.</summary>
public sealed class PollingGoesOnTests
{
    private const string Once = "var e = await {|CG2003:client.GetClickToCallEventsAsync(Channel.WEB, ct)|}; Console.WriteLine(e);";
    private const string Fine = "var e = await client.GetClickToCallEventsAsync(Channel.WEB, ct); Console.WriteLine(e);";

    private static string Calling(string polling, string members = "") => $$"""
        using ContactCenter.Messaging;

        public sealed class Caller(ICcMessagingClient client)
        {
            public async Task CallAsync(CancellationToken ct)
            {
                if (await client.CheckClickToCallSupportAsync(Channel.WEB, ct) is not { WebRTCSupported: true, ClickToCallSupported: true })
                    return;
                await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct);
                try
                {
                    {{polling}}
                }
                finally
                {
                    await client.DropClickToCallAsync(new() { Channel = Channel.WEB });
                }
            }

            {{members}}
        }
        """;

    [Theory]
    [InlineData(Once)]
    [InlineData("if (await {|CG2003:client.GetClickToCallEventsAsync(Channel.WEB, ct)|} is CallConnected) Console.WriteLine(\"connected\");")]
    [InlineData("await WatchAsync(ct);", "private async Task WatchAsync(CancellationToken ct) { " + Once + " }")]
    [InlineData("foreach (var name in new[] { \"a\", \"b\" }) Console.WriteLine(name); " + Once)]
    [InlineData(Once, "public void Count() { for (var i = 0; i < 3; i++) Console.WriteLine(i); }")]
    public Task A_single_poll_is_reported(string polling, string members = "") => Check.Program(Calling(polling, members));

    [Theory]
    [InlineData("await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, ct)) Console.WriteLine(e);")]
    [InlineData(Fine, "public async Task ReadAsync(CancellationToken ct) { await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, ct)) Console.WriteLine(e); }")]
    [InlineData("await WatchAsync(ct);", "private async Task WatchAsync(CancellationToken ct) { " + Fine + " if (e is not CallReleased) await WatchAsync(ct); }", true)]
    [InlineData("await Task.Run(async () => { " + Fine + " }, ct);")]
    [InlineData("using var timer = new Timer(OnTick); await Task.Delay(1000, ct);", "private async void OnTick(object? state) { var ct = CancellationToken.None; " + Fine + " }")]
    [InlineData("await Task.Delay(1000, ct);", "public async Task<ClickToCallEvent> NextAsync(CancellationToken ct) => await client.GetClickToCallEventsAsync(Channel.WEB, ct);", true)]
    [InlineData("await Task.Delay(1000, ct);", "public async void OnClick(object sender, EventArgs e) => Console.WriteLine(await client.GetClickToCallEventsAsync(Channel.WEB));")]
    [InlineData("await Task.Delay(1000, ct);", "[Obsolete] public async Task AskAsync(CancellationToken ct) { " + Fine + " }")]
    [InlineData("for (var i = 0; i < 3; i++) await OnceAsync(ct);", "private async Task OnceAsync(CancellationToken ct) { " + Fine + " }", true)]
    public Task Repeated_polls_are_fine(string polling, string members = "", bool isOtherwiseWrong = false) =>
        isOtherwiseWrong ? IsSilent(Calling(polling, members)) : Check.Program(Calling(polling, members));

    // Loops of one's own break other rules; here it matters only that this one is silent.
    private static async Task IsSilent(string program) =>
        Assert.DoesNotContain(await RuleRun.DiagnosticsAsync(RuleRun.Compile(program)), static found => found.Id == "CG2003");

    [Fact]
    public Task Who_begins_nothing_need_not_follow_it() => Check.Body(Fine);

    [Fact]
    public Task A_loop_in_another_file_counts() => Check.Files([Calling("await new Watcher(client).OnceAsync(ct);"), """
        using ContactCenter.Messaging;

        public sealed class Watcher(ICcMessagingClient client)
        {
            public async Task OnceAsync(CancellationToken ct) => Console.WriteLine(await client.GetClickToCallEventsAsync(Channel.WEB, ct));

            public async Task WatchAsync(CancellationToken ct)
            {
                await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, ct))
                    Console.WriteLine(e);
            }
        }
        """]);
}
