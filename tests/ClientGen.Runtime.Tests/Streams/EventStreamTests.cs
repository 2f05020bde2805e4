using System.Text;
using ClientGen.Http;
using ClientGen.Streams;
using ClientGen.Testing;
using ClientGen.Tests.Stubs;

namespace ClientGen.Tests.Streams;

public class EventStreamTests
{
    private static readonly OperationInfo Events = new("events", HttpMethod.Get, "/events") { Accept = "text/event-stream", Security = [["key"], []] };

    private readonly FakeClock _clock = new();
    private readonly StubServer _server = new();
    private readonly List<TimeSpan> _pauses = [];
    private Action<ApiClientOptions> _configure = static _ => { };

    [Fact]
    public async Task A_broken_stream_goes_on_where_it_stopped()
    {
        Sends(Event("a", id: "1") + Event("b", id: "2"), breaks: true);
        Sends(Event("c", id: "3"));
        _server.Answers(204);
        Assert.Equal(["a", "b", "c"], await RunAsync());
        Assert.Equal([null, "2", "3"], _server.Requests.Select(static request => request.Header("Last-Event-ID")));
        Assert.All(_server.Requests, static request => Assert.Equal("text/event-stream", request.Header("Accept")));
        Assert.Equal([1, 1], _pauses.Select(static pause => pause.TotalSeconds));
    }

    [Fact]
    public async Task A_server_that_says_204_is_not_asked_again()
    {
        _server.Answers(204);
        Assert.Empty(await RunAsync());
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task The_servers_reconnection_time_counts_and_failures_double_it()
    {
        Sends("retry: 3000\n\n" + Event("a"));
        _server.Breaks().Answers(503);
        Sends(Event("b"));
        _server.Answers(204);
        Assert.Equal(["a", "b"], await RunAsync());
        Assert.Equal([3, 6, 12, 3], _pauses.Select(static pause => pause.TotalSeconds));
    }

    [Fact]
    public async Task A_pause_is_bounded_whatever_the_server_asks_for()
    {
        Sends("retry: 999999999\n\n" + Event("a"));
        _server.Answers(204);
        await RunAsync();
        Assert.Equal([30], _pauses.Select(static pause => pause.TotalSeconds));
    }

    [Fact]
    public async Task Chance_spreads_the_pauses()
    {
        _configure = static options => options.Jitter = static () => 0.5;
        Sends(Event("a"));
        _server.Answers(204);
        await RunAsync();
        Assert.Equal([1.25], _pauses.Select(static pause => pause.TotalSeconds));
    }

    [Fact]
    public async Task Retry_After_of_a_refusal_that_may_pass_wins()
    {
        Sends(Event("a"));
        _server.Answers(503, headers: ("Retry-After", "17")).Answers(204);
        await RunAsync();
        Assert.Equal([1, 17], _pauses.Select(static pause => pause.TotalSeconds));
    }

    [Fact]
    public async Task After_too_many_attempts_the_stream_gives_up()
    {
        _configure = static options => options.Streams.MaxReconnectAttempts = 2;
        Sends(Event("a"));
        _server.Breaks().Breaks(new HttpRequestException("third"));
        var error = await Assert.ThrowsAsync<StreamEndedException>(RunAsync);
        Assert.Equal(("events", 3), (error.Operation, error.Attempts));
        Assert.Equal("third", error.InnerException!.InnerException!.Message);
    }

    [Fact]
    public async Task A_server_that_accepts_and_says_nothing_counts_as_failing()
    {
        _configure = static options => options.Streams.MaxReconnectAttempts = 1;
        Sends("");
        Sends(": hello\n\n");
        Assert.Null((await Assert.ThrowsAsync<StreamEndedException>(RunAsync)).InnerException);
    }

    [Fact]
    public async Task An_event_starts_the_count_again()
    {
        _configure = static options => options.Streams.MaxReconnectAttempts = 1;
        for (var i = 0; i < 5; i++)
            Sends(Event("a"));
        _server.Answers(204);
        Assert.Equal(5, (await RunAsync()).Count);
    }

    [Fact]
    public async Task The_first_connection_fails_at_once()
    {
        _server.Breaks();
        await Assert.ThrowsAsync<TransportException>(RunAsync);
        Assert.Empty(_pauses);
    }

    [Fact]
    public async Task A_refusal_is_an_error_with_its_body()
    {
        _server.Answers(404, """{"reason":"gone"}""");
        var pipeline = Pipeline();
        var stream = EventStream.RunAsync(pipeline, () => pipeline.Request(Events), PetJson.Instance, true, default, [ErrorRule.Json(404, PetErrorJson.Instance)]);
        var error = await Assert.ThrowsAsync<ApiException>(async () => await stream.ToListAsync());
        Assert.Equal("gone", error.ErrorAs<PetError>()!.Reason);
    }

    [Fact]
    public async Task A_refusal_after_a_reconnect_ends_the_stream()
    {
        Sends(Event("a"));
        _server.Answers(403, "no");
        Assert.Equal(403, (await Assert.ThrowsAsync<UndocumentedAnswerException>(RunAsync)).Status);
    }

    [Fact]
    public async Task An_answer_that_is_no_event_stream_is_undocumented()
    {
        _server.Answers(200, "<html>", "text/html");
        var error = await Assert.ThrowsAsync<UndocumentedAnswerException>(RunAsync);
        Assert.Equal("<html>"u8.ToArray(), error.RawBody.ToArray());
    }

    [Fact]
    public async Task Stale_credentials_are_renewed_when_connecting_again()
    {
        var number = 0;
        _configure = options => options.Credentials = new RenewingCredentials(
            _ => new(new Dictionary<string, Credential> { ["key"] = new("k" + ++number) }), new() { TimeProvider = _clock });
        Sends(Event("a"));
        _server.Answers(401);
        Sends(Event("b"));
        _server.Answers(204);
        Assert.Equal(["a", "b"], await RunAsync());
        Assert.Equal(["k1", "k1", "k2", "k2"], _server.Requests.Select(static request => request.Header("X-Key")));
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_names_the_place()
    {
        Sends(Event("a") + "data: {\"name\":\ndata: 7,\"age\":1}\n\n");
        var error = await Assert.ThrowsAsync<MalformedAnswerException>(RunAsync);
        Assert.Equal(("events", 200, 9L, "/name"), (error.Operation, error.Status, error.BytePosition, error.JsonPath));
        Assert.Equal("{\"name\":\n7,\"age\":1}", Encoding.UTF8.GetString(error.RawBody.Span));
    }

    [Fact]
    public async Task Silence_counts_as_a_lost_connection_and_heartbeats_do_not()
    {
        _server.Streams(200, new TrickleStream(Encoding.UTF8.GetBytes(Event("a") + ":\n\n"), staysOpen: true, chunk: 1000), "text/event-stream");
        _server.Answers(204);
        Assert.Equal(["a"], await RunAsync());
        Assert.Equal([300, 1], _pauses.Select(static pause => pause.TotalSeconds));
    }

    [Fact]
    public async Task An_event_without_end_is_cut_off()
    {
        _configure = static options => options.Streams.MaxEventBytes = 100_000;
        _server.Streams(200, new EndlessStream(), "text/event-stream");
        var error = await Assert.ThrowsAsync<AnswerTooLargeException>(RunAsync);
        Assert.Equal(100_000, error.Limit);
        Assert.Contains("Streams.MaxEventBytes", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":\n\n")]
    [InlineData(":\r\r")]
    [InlineData(": hello\r\n\r\n")]
    public async Task Heartbeats_without_end_are_no_event_without_end(string heartbeat)
    {
        _configure = static options => options.Streams.MaxEventBytes = 10_000;
        Sends(string.Concat(Enumerable.Repeat(heartbeat, 20_000)) + Event("a"));
        _server.Answers(204);
        Assert.Equal(["a"], await RunAsync());
    }

    [Fact]
    public async Task A_stream_that_does_not_resume_ends_with_its_answer()
    {
        Sends(Event("a"));
        Assert.Equal(["a"], await RunAsync(resume: false));
        Sends(Event("b"), breaks: true);
        await Assert.ThrowsAsync<TransportException>(() => RunAsync(resume: false));
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task An_id_that_no_header_can_carry_is_left_out()
    {
        Sends(Event("a", id: "中"));
        _server.Answers(204);
        await RunAsync();
        Assert.Null(_server.Requests[1].Header("Last-Event-ID"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_callers_token_ends_a_silent_stream(bool isMethods)
    {
        _server.Streams(200, new TrickleStream([], staysOpen: true), "text/event-stream");
        using var caller = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        var pipeline = Pipeline();
        var stream = EventStream.RunAsync(pipeline, () => pipeline.Request(Events), PetJson.Instance, true, isMethods ? caller.Token : other.Token);
        var running = stream.ToListAsync(isMethods ? other.Token : caller.Token).AsTask();
        await caller.CancelAsync();
        Assert.Equal(caller.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running)).CancellationToken);
    }

    [Fact]
    public async Task The_callers_token_ends_a_pause()
    {
        Sends(Event("a"));
        using var caller = new CancellationTokenSource();
        var pipeline = Pipeline();
        var running = EventStream.RunAsync(pipeline, () => pipeline.Request(Events), PetJson.Instance, true, caller.Token).ToListAsync().AsTask();
        while (_clock.NextTimer is null)
            await Task.Delay(5);
        await caller.CancelAsync();
        Assert.Equal(caller.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running)).CancellationToken);
    }

    [Fact]
    public async Task Leaving_the_loop_closes_the_connection()
    {
        var body = new MemoryStream(Encoding.UTF8.GetBytes(Event("a") + Event("b")));
        _server.Streams(200, body, "text/event-stream");
        var pipeline = Pipeline();
        await foreach (var _ in EventStream.RunAsync(pipeline, () => pipeline.Request(Events), PetJson.Instance, true, default))
            break;
        Assert.False(body.CanRead);
    }

    private static string Event(string name, string? id = null) => (id is null ? "" : $"id: {id}\n") + $$"""data: {"name":"{{name}}","age":1}""" + "\n\n";

    private void Sends(string events, bool breaks = false)
    {
        var bytes = Encoding.UTF8.GetBytes(events);
        _server.Streams(200, breaks ? new BrokenStream(bytes) : new MemoryStream(bytes), "text/event-stream");
    }

    private ApiPipeline Pipeline() => Pets.Pipeline(_server, options =>
    {
        options.TimeProvider = _clock;
        _configure(options);
    });

    private Task<List<string>> RunAsync() => RunAsync(resume: true);

    /// <summary>Runs the stream to its end, moving the clock to each timer that it waits for.</summary>
    private async Task<List<string>> RunAsync(bool resume)
    {
        var pipeline = Pipeline();
        var running = EventStream.RunAsync(pipeline, () => pipeline.Request(Events), PetJson.Instance, resume, default).Select(static pet => pet.Name).ToListAsync().AsTask();
        while (!running.IsCompleted)
        {
            // Long enough that a busy machine does not mistake the deadline of a request under way for a pause.
            await Task.WhenAny(running, Task.Delay(150));
            if (!running.IsCompleted && _clock.NextTimer is not null)
                _pauses.Add(await _clock.AdvanceToNextTimerAsync());
        }

        return await running;
    }
}
