using System.Text;
using System.Threading.Channels;
using ClientGen.Http;
using ClientGen.Json;
using ClientGen.Streams;
using ClientGen.Tests.Stubs;

namespace ClientGen.Tests.Streams;

public class EventSubscriptionTests
{
    private static readonly OperationInfo Events = new("events", HttpMethod.Get, "/events");

    [Fact]
    public async Task It_is_open_when_the_connection_is()
    {
        var door = new TaskCompletionSource();
        var server = new StubServer().Does(async (_, token) =>
        {
            await door.Task.WaitAsync(token);
            var content = new StreamContent(new TrickleStream("data: a\n\n"u8.ToArray(), staysOpen: true));
            content.Headers.TryAddWithoutValidation("Content-Type", "text/event-stream");
            return new() { Content = content };
        });
        var opening = EventSubscription<string>.OpenAsync(Stream(server), default);
        await Task.Delay(30);
        Assert.False(opening.IsCompleted);
        door.SetResult();
        await using var subscription = await opening;
        Assert.Equal("a", await subscription.NextAsync(default));
    }

    [Fact]
    public async Task Events_that_come_before_they_are_waited_for_are_kept()
    {
        await using var subscription = await EventSubscription<string>.OpenAsync(Stream(Server("data: a\n\ndata: b\n\ndata: c\n\n")), default);
        await Task.Delay(30);
        Assert.Equal("a", await subscription.NextAsync(default));
        Assert.Equal("c", await subscription.NextAsync(static text => text == "c", default));
        await Assert.ThrowsAsync<StreamEndedException>(async () => await subscription.NextAsync(default));
    }

    [Fact]
    public async Task A_stream_that_cannot_be_opened_says_why()
    {
        await Assert.ThrowsAsync<TransportException>(() => EventSubscription<string>.OpenAsync(Stream(new StubServer().Breaks()), default));
        Assert.Equal(404, (await Assert.ThrowsAsync<UndocumentedAnswerException>(() => EventSubscription<string>.OpenAsync(Stream(new StubServer().Answers(404)), default))).Status);
    }

    [Fact]
    public async Task A_stream_that_fails_says_so_after_what_came_before()
    {
        var server = new StubServer().Streams(200, new BrokenStream("data: a\n\n"u8.ToArray()), "text/event-stream");
        await using var subscription = await EventSubscription<string>.OpenAsync(Stream(server), default);
        Assert.Equal("a", await subscription.NextAsync(default));
        await Assert.ThrowsAsync<TransportException>(async () => await subscription.NextAsync(default));
    }

    [Fact]
    public async Task One_who_stops_waiting_takes_no_event_along()
    {
        var events = Channel.CreateUnbounded<string>();
        await using var subscription = await EventSubscription<string>.OpenAsync(events.Reader.ReadAllAsync(), default);
        using var impatient = new CancellationTokenSource();
        var waiting = subscription.NextAsync(impatient.Token).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        events.Writer.TryWrite("a");
        Assert.Equal("a", await subscription.NextAsync(default));
    }

    [Fact]
    public async Task Disposing_closes_the_connection()
    {
        var body = new MemoryStream(Encoding.UTF8.GetBytes("data: a\n\n"));
        var subscription = await EventSubscription<string>.OpenAsync(Stream(new StubServer().Streams(200, body, "text/event-stream")), default);
        await subscription.DisposeAsync();
        Assert.False(body.CanRead);
    }

    private static StubServer Server(string events) => new StubServer().Streams(200, new MemoryStream(Encoding.UTF8.GetBytes(events)), "text/event-stream");

    private static IAsyncEnumerable<string> Stream(StubServer server)
    {
        var pipeline = Pets.Pipeline(server);
        return EventStream.RunAsync(pipeline, () => pipeline.Request(Events), Codecs.String, resume: false, default);
    }
}
