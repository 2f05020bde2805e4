using System.Net;
using ClientGen.Testing;
using Harbour;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;

namespace ClientGen.Kiota.Tests.Clients;

/// <summary>Through Kiota a client is as careful as without it: what success is, how long a call may take and what is sent again stays the contract's.</summary>
public class AnswerTests
{
    private const string Granted = """{"verdict":{"state":"GRANTED"},"tugsReady":true,"weather":"calm"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Success_is_what_the_contract_calls_success()
    {
        var client = Pilot.Client(new Wire().Answers("""{"verdict":{"state":"DENIED","reason":"fog"},"tugsReady":true,"weather":"calm"}"""));
        var refused = await Assert.ThrowsAsync<ResultCodeException>(() => client.AskClearanceAsync(7, cancellationToken: Token));
        Assert.Equal(("DENIED", "fog"), (refused.Code, refused.Description));
    }

    [Fact]
    public async Task A_documented_refusal_keeps_its_type()
    {
        var client = Pilot.Client(new Wire().Answers("""{"takenBy":"Rachel","until":"1841-01-03T08:30:00Z"}""", 409));
        var thrown = await Assert.ThrowsAsync<ApiException>(() => client.AskClearanceAsync(7, cancellationToken: Token));
        Assert.Equal("Rachel", Assert.IsType<Refusal>(thrown.Error).TakenBy);
    }

    [Fact]
    public async Task What_a_busy_server_refuses_is_not_sent_again()
    {
        var wire = new Wire().Answers("busy", 503).Answers(Granted);
        await Assert.ThrowsAnyAsync<ApiException>(() => Pilot.Client(wire).MoorShipAsync(7, new() { Name = "Pequod", Cargo = [] }, Token));
        Assert.Single(wire.Arrivals);
    }

    [Fact]
    public async Task The_deadline_ends_a_call()
    {
        var clock = new FakeClock();
        var client = Pilot.Client(new Wire().Answers(Never), new ApiClientOptions { TimeProvider = clock });
        var call = client.AskClearanceAsync(7, cancellationToken: Token);
        clock.Advance(TimeSpan.FromSeconds(30));
        var exceeded = await Assert.ThrowsAsync<DeadlineExceededException>(() => call);
        Assert.Equal(TimeSpan.FromSeconds(30), exceeded.Deadline);
    }

    [Fact]
    public async Task The_callers_cancellation_stays_one()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var wire = new Wire().Answers(cancellationToken =>
        {
            source.Cancel();
            return Never(cancellationToken);
        });
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Pilot.Client(wire).AskClearanceAsync(7, cancellationToken: source.Token));
        Assert.Equal(source.Token, cancelled.CancellationToken);
    }

    [Fact]
    public async Task A_broken_line_is_a_transport_fault()
    {
        var client = Pilot.Client(new Wire().Answers(_ => throw new HttpRequestException("no route")));
        await Assert.ThrowsAsync<TransportException>(() => client.AskClearanceAsync(7, cancellationToken: Token));
    }

    [Fact]
    public async Task A_limit_of_Kiotas_own_client_is_no_deadline_of_ours()
    {
        var client = Pilot.Client(new Wire().Answers(_ => throw new TaskCanceledException("too long", new TimeoutException())));
        await Assert.ThrowsAsync<TransportException>(() => client.AskClearanceAsync(7, cancellationToken: Token));
    }

    [Fact]
    public async Task What_the_provider_throws_arrives()
    {
        var refusal = new UnauthorizedAccessException("no pilot");
        var client = Pilot.Client(new Wire(), provider: new Pilot(refusal));
        Assert.Same(refusal, await Assert.ThrowsAsync<UnauthorizedAccessException>(() => client.AskClearanceAsync(7, cancellationToken: Token)));
    }

    [Fact]
    public async Task A_stream_is_read_while_it_comes()
    {
        var pipe = new System.IO.Pipelines.Pipe();
        var wire = new Wire().Answers(_ => Task.FromResult(new HttpResponseMessage
        {
            Content = new StreamContent(pipe.Reader.AsStream()) { Headers = { ContentType = new("application/octet-stream") } },
        }));
        // The body has no end yet; the answer is there all the same.
        await using var logbook = await Pilot.Client(wire).FetchLogbookAsync(Token).WaitAsync(TimeSpan.FromMinutes(1), Token);
        await pipe.Writer.WriteAsync("call me"u8.ToArray(), Token);
        var buffer = new byte[7];
        await logbook.Content.ReadExactlyAsync(buffer, Token);
        Assert.Equal("call me"u8.ToArray(), buffer);
    }

    [Fact]
    public async Task An_adapter_that_keeps_the_answer_to_itself_is_refused()
    {
        var client = new HarbourClient(new Secretive());
        await Assert.ThrowsAsync<NotSupportedException>(() => client.AskClearanceAsync(7, cancellationToken: Token));
    }

    private static async Task<HttpResponseMessage> Never(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return new HttpResponseMessage(HttpStatusCode.OK);
    }

    /// <summary>An adapter that judges answers itself, whatever the request asks for.</summary>
    private sealed class Secretive : IRequestAdapter
    {
        public ISerializationWriterFactory SerializationWriterFactory => throw new NotImplementedException();

        public string? BaseUrl { get; set; } = "https://harbour.example";

        public Task<ModelType?> SendPrimitiveAsync<ModelType>(
            RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default, CancellationToken cancellationToken = default) =>
            Task.FromResult(default(ModelType));

        public void EnableBackingStore(IBackingStoreFactory backingStoreFactory) => throw new NotImplementedException();

        public Task<ModelType?> SendAsync<ModelType>(
            RequestInformation requestInfo, ParsableFactory<ModelType> factory, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
            CancellationToken cancellationToken = default)
            where ModelType : IParsable => throw new NotImplementedException();

        public Task<IEnumerable<ModelType>?> SendCollectionAsync<ModelType>(
            RequestInformation requestInfo, ParsableFactory<ModelType> factory, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
            CancellationToken cancellationToken = default)
            where ModelType : IParsable => throw new NotImplementedException();

        public Task<IEnumerable<ModelType>?> SendPrimitiveCollectionAsync<ModelType>(
            RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default, CancellationToken cancellationToken = default) =>
            throw new NotImplementedException();

        public Task SendNoContentAsync(
            RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default, CancellationToken cancellationToken = default) =>
            throw new NotImplementedException();

        public Task<T?> ConvertToNativeRequestAsync<T>(RequestInformation requestInfo, CancellationToken cancellationToken = default) =>
            throw new NotImplementedException();
    }
}
