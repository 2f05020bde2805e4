using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Flow;

/// <summary>CG2001, CG2002, CG3003 to CG3008: loops around a long poll.</summary>
public sealed class PollingTests
{
    private const string Poll = "await client.GetClickToCallEventsAsync(Channel.WEB, ct)";

    private static string Loop(string body, string poll = Poll) => $$"""
        public async Task WatchAsync(CancellationToken ct)
        {
            var failures = 0;
            while (true)
            {
                ClickToCallEvent e;
                try
                {
                    e = {{poll}};
                    failures = 0;
                }
                catch (ClientGenException) when (++failures <= 3)
                {
                    await Task.Delay(1000, ct);
                    continue;
                }

                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("if (e.IsTerminal) break;")]
    [InlineData("if (e is QueueTimedOut or CallFailed or CallReleased) return;")]
    [InlineData("switch (e) { case QueueTimedOut: case CallFailed: case CallReleased: return; case CallConnected c: Console.WriteLine(c.Content.Domain); break; }")]
    [InlineData("var go = e switch { CallReleased => false, CallFailed => false, QueueTimedOut => false, _ => true }; if (!go) break;")]
    [InlineData("if (e is CallReleased) break; if (e is CallFailed || e is QueueTimedOut) break;")]
    [InlineData("var done = e is CallReleased or CallFailed; done |= e is QueueTimedOut; if (done) break;")]
    public Task Loops_that_stop_on_every_terminal_event(string body) => Check.Members(Loop(body));

    [Theory]
    [InlineData("if (e is CallReleased) break;")]
    [InlineData("Console.WriteLine(e); if (ct.IsCancellationRequested) break;")]
    [InlineData("switch (e) { case CallReleased: case CallFailed: return; }")]
    public Task Loops_that_miss_a_terminal_event(string body) => Check.Members(Loop(body, "await {|CG2001:client.GetClickToCallEventsAsync(Channel.WEB, ct)|}"));

    [Theory]
    [InlineData("if (e.IsTerminal || e is NoEvent) break;")]
    [InlineData("if (e is not (CallConnected or CallTransferred or CallQueued)) break;")]
    public Task Loops_that_stop_on_nothing(string body) => Check.Members(Loop(body, "await {|CG2002:client.GetClickToCallEventsAsync(Channel.WEB, ct)|}"));

    [Fact]
    public Task Retry_without_end() => Check.Members("""
        public async Task WatchAsync(CancellationToken ct)
        {
            while (true)
            {
                try
                {
                    var e = await {|CG3004:client.GetClickToCallEventsAsync(Channel.WEB, ct)|};
                    if (e.IsTerminal) return;
                }
                catch (ClientGenException)
                {
                    await Task.Delay(1000, ct);
                }
            }
        }
        """);

    [Fact]
    public Task Retry_too_often() => Check.Members(Loop("if (e.IsTerminal) return;", "await {|CG3005:client.GetClickToCallEventsAsync(Channel.WEB, ct)|}").Replace("<= 3", "<= 9"));

    [Fact]
    public Task Retry_at_once() => Check.Members(Loop("if (e.IsTerminal) return;", "await {|CG3008:client.GetClickToCallEventsAsync(Channel.WEB, ct)|}").Replace("await Task.Delay(1000, ct);", ""));

    [Fact]
    public Task The_first_failure_ends_it() => Check.Members("""
        public async Task WatchAsync(CancellationToken ct)
        {
            while (true)
            {
                var e = await {|CG3003:client.GetClickToCallEventsAsync(Channel.WEB, ct)|};
                if (e.IsTerminal) return;
            }
        }
        """);

    [Fact]
    public Task Bounds_from_options_are_fine() => Check.Members("""
        public int Limit { get; set; }

        public async Task WatchAsync(CancellationToken ct)
        {
            for (var failures = 0; ;)
            {
                try
                {
                    var e = await client.GetClickToCallEventsAsync(Channel.WEB, ct);
                    failures = 0;
                    if (e.IsTerminal) return;
                }
                catch (ClientGenException)
                {
                    if (++failures > Limit) throw;
                    await Task.Delay(1000, ct);
                }
            }
        }
        """);

    [Fact]
    public Task The_generated_stream_is_fine() => Check.Body("""
        await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, ct))
            Console.WriteLine(e);
        """);
}
