using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Streams;

/// <summary>CG7002: a broken stream is connected again.</summary>
public sealed class StreamIsResumedTests
{
    private const string Read = "public async Task ReadAsync(CancellationToken ct) { await foreach (var e in video.EventsAsync(ct)) Console.WriteLine(e); }";

    [Theory]
    [InlineData("public ApiClientOptions Options { get; } = new() { Streams = { MaxReconnectAttempts = {|CG7002:0|} } }; " + Read)]
    [InlineData("public void Configure(ApiClientOptions options) => options.Streams.MaxReconnectAttempts = {|CG7002:0|}; " + Read)]
    [InlineData("private const int None = 0; public StreamOptions Options { get; } = new() { MaxReconnectAttempts = {|CG7002:None|} }; " + Read)]
    public Task Streams_that_may_not_reconnect(string members) => Check.Members(members);

    [Theory]
    [InlineData(Read)]
    [InlineData("public void Configure(ApiClientOptions options) => options.Streams.MaxReconnectAttempts = 3; " + Read)]
    [InlineData("public void Configure(ApiClientOptions options, int attempts) => options.Streams.MaxReconnectAttempts = attempts; " + Read)]
    [InlineData("public void Configure(ApiClientOptions options) => options.Streams.MaxReconnectAttempts = 0;")]
    [InlineData("public void Configure(ApiClientOptions options) => options.Streams.MaxReconnectAttempts = 0; public async Task PollAsync(CancellationToken ct) { await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, ct)) Console.WriteLine(e); }")]
    [InlineData("public void Configure(ApiClientOptions options) => options.Streams.MaxReconnectAttempts = 0; public async Task ReadAsync(CancellationToken ct) { for (var attempt = 0; attempt < 5; attempt++) { try { await foreach (var e in video.EventsAsync(ct)) Console.WriteLine(e); } catch (ClientGenException) { await Task.Delay(1000, ct); } } }")]
    [InlineData("public void Configure(ApiClientOptions options) => options.Streams.MaxReconnectAttempts = 0; public async Task RunAsync(CancellationToken ct) { while (!ct.IsCancellationRequested) await ReadAsync(ct); } " + Read)]
    public Task Streams_that_may(string members) => Check.Members(members);

    // A stream of somebody's own contract that does not connect again by itself.
    private static string Lamps(string body) => $$"""
        public interface ILamps
        {
            [EventStream]
            IAsyncEnumerable<string> ChangesAsync(CancellationToken ct);
        }

        public sealed class Watcher(ILamps lamps)
        {
            public async Task RunAsync(CancellationToken ct)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("await foreach (var change in {|CG7002:lamps.ChangesAsync(ct)|}) Console.WriteLine(change);")]
    [InlineData("await foreach (var change in {|CG7002:lamps.ChangesAsync(ct)|}.ConfigureAwait(false)) Console.WriteLine(change);")]
    [InlineData("try { await foreach (var change in {|CG7002:lamps.ChangesAsync(ct)|}) Console.WriteLine(change); } catch (HttpRequestException e) { Console.WriteLine(e); }")]
    public Task Streams_that_are_read_once(string body) => Check.Program(Lamps(body));

    [Theory]
    [InlineData("while (!ct.IsCancellationRequested) { try { await foreach (var change in lamps.ChangesAsync(ct)) Console.WriteLine(change); } catch (HttpRequestException) { await Task.Delay(1000, ct); } }")]
    [InlineData("var changes = lamps.ChangesAsync(ct); await Task.Yield(); Console.WriteLine(changes);")]
    [InlineData("Func<Task> read = async () => { await foreach (var change in lamps.ChangesAsync(ct)) Console.WriteLine(change); }; await read();")]
    public Task Streams_that_are_read_again(string body) => Check.Program(Lamps(body));
}
