using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Timeouts;

/// <summary>CG3001: waits and races give a poll up only when its time has passed.</summary>
public sealed class WaitTests
{
    [Theory]
    [InlineData("return await client.GetClickToCallEventsAsync(Channel.WEB, ct).WaitAsync({|CG3001:TimeSpan.FromSeconds(15)|});")]
    [InlineData("return await client.GetClickToCallEventsAsync(Channel.WEB, ct).WaitAsync({|CG3001:TimeSpan.FromSeconds(15)|}, ct).ConfigureAwait(false);")]
    [InlineData("var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); return await poll.WaitAsync({|CG3001:TimeSpan.FromSeconds(15)|}, TimeProvider.System, ct);")]
    [InlineData("var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); try { return await poll.WaitAsync({|CG3001:TimeSpan.FromSeconds(15)|}); } catch (TimeoutException) { return null; }")]
    [InlineData("return await Task.Run(() => client.GetClickToCallEventsAsync(Channel.WEB, ct)).WaitAsync({|CG3001:TimeSpan.FromSeconds(15)|});")]
    [InlineData("return await NextAsync(ct).WaitAsync({|CG3001:TimeSpan.FromSeconds(15)|});")]
    [InlineData("using var cts = new CancellationTokenSource({|CG3001:15_000|}); return await client.GetClickToCallEventsAsync(Channel.WEB).WaitAsync(cts.Token);")]
    public Task Waits_that_give_up(string body) => Members(Next(body));

    [Theory]
    [InlineData("return await client.GetClickToCallEventsAsync(Channel.WEB, ct).WaitAsync(ct);")]
    [InlineData("return await client.GetClickToCallEventsAsync(Channel.WEB, ct).WaitAsync(TimeSpan.FromSeconds(61));")]
    [InlineData("return await client.GetClickToCallEventsAsync(Channel.WEB, ct).WaitAsync(Timeout.InfiniteTimeSpan);")]
    [InlineData("var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); try { return await poll.WaitAsync(TimeSpan.FromSeconds(15)); } catch (TimeoutException) { Console.WriteLine(\"still waiting\"); return await poll; }")]
    [InlineData("var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); while (true) { try { return await poll.WaitAsync(TimeSpan.FromSeconds(15)); } catch (TimeoutException) { Console.WriteLine(\"still waiting\"); } }")]
    [InlineData("await client.CheckClickToCallSupportAsync(Channel.WEB, ct).WaitAsync(TimeSpan.FromSeconds(5)); return null;")]
    [InlineData("await AllAsync(ct).WaitAsync(TimeSpan.FromSeconds(30)); return null;")]
    [InlineData("_poll ??= client.GetClickToCallEventsAsync(Channel.WEB, ct); return await _poll.WaitAsync(TimeSpan.FromSeconds(15));")]
    public Task Waits_that_do_not(string body) => Members(Next(body));

    [Theory]
    [InlineData("var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); if (await Task.WhenAny(poll, Task.Delay({|CG3001:5000|}, ct)) != poll) throw new TimeoutException(); return await poll;")]
    [InlineData("var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); if (await Task.WhenAny(poll, Task.Delay({|CG3001:5000|}, ct)) == poll) return await poll; return null;")]
    [InlineData("var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); var limit = Task.Delay({|CG3001:TimeSpan.FromSeconds(10)|}, ct); var first = await Task.WhenAny(poll, limit); if (first == limit) throw new TimeoutException(); return await poll;")]
    [InlineData("var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); var limit = Task.Delay({|CG3001:TimeSpan.FromSeconds(10)|}, ct); await Task.WhenAny(poll, limit); return poll.IsCompletedSuccessfully ? await poll : null;")]
    [InlineData("var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); var first = await Task.WhenAny(Task.Delay({|CG3001:5000|}, ct), poll); return ReferenceEquals(first, poll) ? await poll : null;")]
    public Task Races_that_give_up(string body) => Members(Next(body));

    [Theory]
    [InlineData("var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); await Task.WhenAny(poll, Task.Delay(5000, ct)); if (!poll.IsCompleted) Console.WriteLine(\"still waiting\"); return await poll;")]
    [InlineData("var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); if (await Task.WhenAny(poll, Task.Delay(5000, ct)) != poll) Console.WriteLine(\"still waiting\"); return await poll;")]
    [InlineData("var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); while (await Task.WhenAny(poll, Task.Delay(5000, ct)) != poll) Console.WriteLine(\"still waiting\"); return await poll;")]
    [InlineData("var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); while (!poll.IsCompleted) { await Task.WhenAny(poll, Task.Delay(1000, ct)); Console.Write('.'); } return await poll;")]
    [InlineData("var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); var limit = Task.Delay(TimeSpan.FromSeconds(75), ct); if (await Task.WhenAny(poll, limit) == limit) throw new TimeoutException(); return await poll;")]
    [InlineData("var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); var stop = Task.Delay(Timeout.Infinite, ct); if (await Task.WhenAny(poll, stop) == stop) throw new TimeoutException(); return await poll;")]
    [InlineData("var support = client.CheckClickToCallSupportAsync(Channel.WEB, ct); await Task.WhenAny(support, Task.Delay(5000, ct)); return null;")]
    [InlineData("var all = AllAsync(ct); if (await Task.WhenAny(all, Task.Delay(5000, ct)) != all) Console.WriteLine(\"stopped\"); return null;")]
    [InlineData("await Task.WhenAny(Task.Delay(5000, ct), Task.Delay(1000, ct)); return await client.GetClickToCallEventsAsync(Channel.WEB, ct);")]
    public Task Races_that_do_not(string body) => Members(Next(body));

    [Fact]
    public Task A_poll_that_goes_on_behind_a_heartbeat() => Members("""
        public async Task BeatAsync(CancellationToken ct)
        {
            Task<ClickToCallEvent>? poll = null;
            while (!ct.IsCancellationRequested)
            {
                poll ??= client.GetClickToCallEventsAsync(Channel.WEB, ct);
                if (await Task.WhenAny(poll, Task.Delay(TimeSpan.FromSeconds(5), ct)) != poll)
                {
                    Console.WriteLine("beat");
                    continue;
                }

                var e = await poll;
                if (e.IsTerminal)
                    return;
                poll = null;
            }
        }
        """);

    [Theory]
    [InlineData("task.WaitAsync(limit)")]
    [InlineData("await Task.WhenAny(task, Task.Delay(limit)) == task ? await task : throw new TimeoutException()")]
    public Task A_helper_for_any_task(string wait) => Only($$"""
        using ContactCenter.Messaging;

        public static class TaskExtensions
        {
            public static async Task<T> Within<T>(this Task<T> task, TimeSpan limit) => {{(wait.StartsWith("await", StringComparison.Ordinal) ? wait : "await " + wait)}};
        }

        public sealed class Events(ICcMessagingClient client)
        {
            public Task<ClickToCallEvent> HastyAsync() => client.GetClickToCallEventsAsync(Channel.WEB).Within({|CG3001:TimeSpan.FromSeconds(10)|});

            public Task<ClickToCallEvent> PatientAsync() => client.GetClickToCallEventsAsync(Channel.WEB).Within(TimeSpan.FromSeconds(90));

            public Task<string> OtherAsync(HttpClient http) => http.GetStringAsync("https://example.com").Within(TimeSpan.FromSeconds(5));
        }
        """);

    private static string Next(string body) => $$"""
        private Task<ClickToCallEvent>? _poll;

        public async Task<ClickToCallEvent?> RunAsync(CancellationToken ct)
        {
            {{body}}
        }

        private Task<ClickToCallEvent> NextAsync(CancellationToken ct) => client.GetClickToCallEventsAsync(Channel.WEB, ct);

        private async Task AllAsync(CancellationToken ct)
        {
            await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, ct))
                Console.WriteLine(e);
        }
        """;

    // Whether these programs poll on as the contract wants it is for other rules to say.
    private static Task Members(string marked) => Check.Only(["CG3001"], Check.Class(marked));

    private static Task Only(string marked) => Check.Only(["CG3001"], marked);
}
