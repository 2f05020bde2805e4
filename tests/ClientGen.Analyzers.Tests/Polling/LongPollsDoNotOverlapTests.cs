using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Polling;

/// <summary>CG2008: only one long poll for the same is under way.</summary>
public sealed class LongPollsDoNotOverlapTests
{
    [Theory]
    [InlineData("await Task.WhenAll(client.GetClickToCallEventsAsync(Channel.WEB, ct), {|CG2008:client.GetClickToCallEventsAsync(Channel.WEB, ct)|});")]
    [InlineData("var channel = Channel.WEB; var first = client.GetClickToCallEventsAsync(channel, ct); await Task.WhenAll(first, {|CG2008:client.GetClickToCallEventsAsync(Channel.WEB, ct)|});")]
    [InlineData("var tasks = new[] { 1, 2 }.Select(_ => {|CG2008:client.GetClickToCallEventsAsync(Channel.WEB, ct)|}); await Task.WhenAll(tasks);", true)]
    [InlineData("await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => {|CG2008:client.GetClickToCallEventsAsync(Channel.WEB, ct)|}));")]
    [InlineData("await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => { var e = await {|CG2008:client.GetClickToCallEventsAsync(Channel.WEB, ct)|}; Console.WriteLine(e); }).ToList());")]
    [InlineData("await Parallel.ForEachAsync(new[] { \"a\", \"b\" }, ct, async (name, token) => Console.WriteLine((name, await {|CG2008:client.GetClickToCallEventsAsync(Channel.WEB, token)|})));")]
    [InlineData("Parallel.For(0, 4, i => {|CG2008:client.GetClickToCallEventsAsync(Channel.WEB, ct)|}.Wait());")]
    [InlineData("await Task.WhenAll(Task.Run(() => client.GetClickToCallEventsAsync(Channel.WEB, ct), ct), Task.Run(() => {|CG2008:client.GetClickToCallEventsAsync(Channel.WEB, ct)|}, ct));")]
    [InlineData("var tasks = new List<Task>(); for (var i = 0; i < 3; i++) tasks.Add({|CG2008:client.GetClickToCallEventsAsync(Channel.WEB, ct)|}); await Task.WhenAll(tasks);")]
    [InlineData("var first = client.GetClickToCallEventsAsync(Channel.WEB, ct); var second = {|CG2008:client.GetClickToCallEventsAsync(Channel.WEB, ct)|}; Console.WriteLine(await first == await second);")]
    [InlineData("using var timer = new Timer(async _ => Console.WriteLine(await {|CG2008:client.GetClickToCallEventsAsync(Channel.WEB, ct)|}), null, 0, 5000); await Task.Delay(1000, ct);")]
    public Task Overlapping_polls_are_reported(string body, bool isLazy = false) => Check.Body(isLazy ? body.Replace("_ => {|CG2008:client.GetClickToCallEventsAsync(Channel.WEB, ct)|})", "_ => {|CG2008:client.GetClickToCallEventsAsync(Channel.WEB, ct)|}).ToArray()") : body);

    [Theory]
    [InlineData("var e = await client.GetClickToCallEventsAsync(Channel.WEB, ct); Console.WriteLine(e);")]
    [InlineData("var channels = new[] { Channel.WEB, Enum.Parse<Channel>(\"B\") }; await Task.WhenAll(channels.Select(channel => client.GetClickToCallEventsAsync(channel, ct)));")]
    [InlineData("await Task.WhenAll(client.GetClickToCallEventsAsync(Channel.WEB, ct), client.GetClickToCallEventsAsync(Enum.Parse<Channel>(\"B\"), ct));")]
    [InlineData("await Task.WhenAny(client.GetClickToCallEventsAsync(Channel.WEB, ct), Task.Delay(Timeout.Infinite, ct));")]
    [InlineData("ICcMessagingClient[] clients = [client]; await Task.WhenAll(clients.Select(each => each.GetClickToCallEventsAsync(Channel.WEB, ct)));")]
    [InlineData("await Parallel.ForEachAsync(new[] { Channel.WEB }, ct, async (channel, token) => Console.WriteLine(await client.GetClickToCallEventsAsync(channel, token)));")]
    [InlineData("await Parallel.ForEachAsync(new[] { 1, 2 }, new ParallelOptions { MaxDegreeOfParallelism = 1 }, async (i, token) => Console.WriteLine((i, await client.GetClickToCallEventsAsync(Channel.WEB, token))));")]
    [InlineData("await Task.WhenAll(client.CheckClickToCallSupportAsync(Channel.WEB, ct), client.CheckClickToCallSupportAsync(Channel.WEB, ct));")]
    [InlineData("var first = await client.GetClickToCallEventsAsync(Channel.WEB, ct); Console.WriteLine(first); var second = client.CheckClickToCallSupportAsync(Channel.WEB, ct); await second;")]
    [InlineData("var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); while (await Task.WhenAny(poll, Task.Delay(5000, ct)) != poll) Console.WriteLine(\"waiting\"); await poll;")]
    [InlineData("foreach (var task in new[] { 1, 2 }.Select(_ => client.GetClickToCallEventsAsync(Channel.WEB, ct))) { if ((await task).IsTerminal) break; }")]
    [InlineData("var busy = 0; using var timer = new Timer(async _ => { if (Interlocked.Exchange(ref busy, 1) == 1) return; Console.WriteLine(await client.GetClickToCallEventsAsync(Channel.WEB, ct)); busy = 0; }, null, 0, 5000); await Task.Delay(1000, ct);")]
    [InlineData("using var timer = new Timer(async _ => Console.WriteLine(await client.GetClickToCallEventsAsync(Channel.WEB, ct)), null, 1000, Timeout.Infinite); await Task.Delay(1000, ct);")]
    [InlineData("using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5)); while (await timer.WaitForNextTickAsync(ct)) { await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, ct)) Console.WriteLine(e); }")]
    [InlineData("var tasks = new List<Task>(); foreach (var channel in new[] { Channel.WEB }) tasks.Add(client.GetClickToCallEventsAsync(channel, ct)); await Task.WhenAll(tasks);")]
    public Task Other_polls_are_fine(string body) => Check.Body(body);

    [Theory]
    [InlineData("await Task.WhenAll(WatchAsync(Channel.WEB, ct), {|CG2008:WatchAsync(Channel.WEB, ct)|});")]
    [InlineData("await Task.WhenAll(WatchAsync(Channel.WEB, ct), {|CG2008:client.GetClickToCallEventsAsync(Channel.WEB, ct)|});")]
    [InlineData("await Task.WhenAll(ReadAsync(ct), {|CG2008:ReadAsync(ct)|});")]
    [InlineData("await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => {|CG2008:ReadAsync(ct)|}));")]
    [InlineData("await Task.WhenAll(WatchAsync(Channel.WEB, ct), WatchAsync(Enum.Parse<Channel>(\"B\"), ct));")]
    [InlineData("await Task.WhenAll(new[] { Channel.WEB }.Select(channel => WatchAsync(channel, ct)));")]
    [InlineData("await WatchAsync(Channel.WEB, ct); await WatchAsync(Channel.WEB, ct);")]
    [InlineData("await Task.WhenAll(ReadAsync(ct), client.CheckClickToCallSupportAsync(Channel.WEB, ct));")]
    public Task Helpers_are_looked_into(string body) => Check.Members($$"""
        public async Task RunAsync(CancellationToken ct)
        {
            {{body}}
        }

        private async Task WatchAsync(Channel channel, CancellationToken ct)
        {
            await foreach (var e in client.ClickToCallEventsAsync(channel, ct))
                Console.WriteLine(e);
        }

        private async Task ReadAsync(CancellationToken ct)
        {
            await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, ct))
                Console.WriteLine(e);
        }
        """);
}
