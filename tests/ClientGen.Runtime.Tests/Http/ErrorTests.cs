using System.Text;
using ClientGen.Http;
using ClientGen.Testing;
using ClientGen.Tests.Stubs;

namespace ClientGen.Tests.Http;

/// <summary>Every error with its facts.</summary>
public class ErrorTests
{
    [Fact]
    public async Task Success_is_the_decoded_body() =>
        Assert.Equal(new Pet("Rex", 3), await Pets.Pipeline(new StubServer().Answers(200, Pets.Json)).GetPetAsync());

    [Fact]
    public async Task A_documented_error_carries_its_decoded_body()
    {
        var server = new StubServer().Answers(404, """{"reason":"gone"}""", headers: ("X-Trace", "42"));
        var error = await Assert.ThrowsAsync<ApiException>(() => Pets.Pipeline(server).GetPetAsync());
        Assert.Equal("getPet", error.Operation);
        Assert.Equal(404, error.Status);
        Assert.Equal("Not Found", error.ReasonPhrase);
        Assert.Equal(new PetError("gone"), error.ErrorAs<PetError>());
        Assert.Equal("42", error.Headers.Find("x-trace"));
        Assert.Equal("""{"reason":"gone"}""", Encoding.UTF8.GetString(error.RawBody.Span));
        Assert.Contains("getPet", error.Message, StringComparison.Ordinal);
        Assert.Contains("404", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_body_that_is_not_the_documented_one_does_not_hide_the_status()
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => Pets.Pipeline(new StubServer().Answers(404, "<html>", "text/html")).GetPetAsync());
        Assert.Equal(404, error.Status);
        Assert.Null(error.Error);
        Assert.Equal("<html>", Encoding.UTF8.GetString(error.RawBody.Span));
    }

    [Fact]
    public async Task The_narrowest_documented_status_counts()
    {
        var server = new StubServer().Answers(404, """{"reason":"r"}""").Answers(418).Answers(503, "later", "text/plain");
        var pipeline = Pets.Pipeline(server);
        Assert.IsType<PetError>((await Assert.ThrowsAsync<ApiException>(() => pipeline.GetPetAsync())).Error);
        Assert.Null((await Assert.ThrowsAsync<ApiException>(() => pipeline.GetPetAsync())).Error);
        Assert.Equal("later", (await Assert.ThrowsAsync<ApiException>(() => pipeline.GetPetAsync())).Error);
    }

    [Theory]
    [InlineData(201)]
    [InlineData(302)]
    [InlineData(500)]
    public async Task A_status_that_the_contract_does_not_know_says_so(int status)
    {
        var error = await Assert.ThrowsAsync<UndocumentedAnswerException>(() => Pets.Pipeline(new StubServer().Answers(status, "?")).GetPetAsync());
        Assert.Equal(status, error.Status);
        Assert.Equal("?"u8.ToArray(), error.RawBody.ToArray());
    }

    [Fact]
    public async Task A_result_code_that_is_no_success_is_an_error_with_its_facts()
    {
        var server = new StubServer().Answers(200, """{"name":"late","age":3,"resultCode":"13"}""");
        var error = await Assert.ThrowsAsync<ResultCodeException>(() => Pets.Pipeline(server).GetPetAsync());
        Assert.Equal(("getPet", 200, "13", "too late"), (error.Operation, error.Status, error.Code, error.Description));
        Assert.Equal("late", error.BodyAs<Pet>()!.Name);
        Assert.Null(error.BodyAs<PetError>());
    }

    [Theory]
    [InlineData("", 0, "")]
    [InlineData("""{"name":"Rex","age":3""", 21, "/age")]
    [InlineData("""{"name":"Rex","age":"three"}""", 20, "/age")]
    [InlineData("""{"name":"Rex"}""", 13, "")]
    [InlineData("""{"name":"Rex","age":3} x""", 23, "")]
    [InlineData("{\"name\":\"Rex\",\n\"age\":3,}", 23, "/age")]
    [InlineData("""[1]""", 0, "")]
    [InlineData("""{"x":{"y":[0,{"z":1},tru]},"name":"Rex","age":3}""", 24, "/x/y/2")]
    [InlineData("{\"name\":\"\\ud800\",\"age\":3}", 8, "/name")]
    public async Task A_broken_body_names_the_place(string body, long position, string path)
    {
        var error = await Assert.ThrowsAsync<MalformedAnswerException>(() => Pets.Pipeline(new StubServer().Answers(200, body)).GetPetAsync());
        Assert.Equal(("getPet", 200), (error.Operation, error.Status));
        Assert.Equal((position, path), (error.BytePosition, error.JsonPath));
        Assert.Equal(body, Encoding.UTF8.GetString(error.RawBody.Span));
        Assert.IsAssignableFrom<System.Text.Json.JsonException>(error.InnerException);
    }

    [Fact]
    public async Task A_body_that_is_no_Unicode_is_a_broken_body()
    {
        var server = new StubServer().Streams(200, new MemoryStream([.. "{\"name\":\""u8, 0xff, .. "\",\"age\":3}"u8]), "application/json");
        Assert.Equal("/name", (await Assert.ThrowsAsync<MalformedAnswerException>(() => Pets.Pipeline(server).GetPetAsync())).JsonPath);
    }

    [Fact]
    public async Task Deep_nesting_is_a_broken_body_and_no_stack_overflow()
    {
        var body = """{"x":""" + new string('[', 100_000);
        var error = await Assert.ThrowsAsync<MalformedAnswerException>(() => Pets.Pipeline(new StubServer().Answers(200, body)).GetPetAsync());
        Assert.True(error.IsTruncated);
        Assert.Equal(4096, error.RawBody.Length);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_mistake()
    {
        Assert.Equal("Rex", (await Pets.Pipeline(new StubServer().Answers(200, "\uFEFF" + Pets.Json)).GetPetAsync()).Name);
        var error = await Assert.ThrowsAsync<MalformedAnswerException>(() => Pets.Pipeline(new StubServer().Answers(200, "\uFEFF{x")).GetPetAsync());
        Assert.Equal(4, error.BytePosition);
    }

    [Fact]
    public async Task As_much_of_the_body_is_kept_as_the_options_say()
    {
        var pipeline = Pets.Pipeline(new StubServer().Answers(500, "0123456789").Answers(500, "0123"), options => options.KeptAnswerBytes = 4);
        var error = await Assert.ThrowsAsync<UndocumentedAnswerException>(() => pipeline.GetPetAsync());
        Assert.Equal("0123"u8.ToArray(), error.RawBody.ToArray());
        Assert.True(error.IsTruncated);
        Assert.False((await Assert.ThrowsAsync<UndocumentedAnswerException>(() => pipeline.GetPetAsync())).IsTruncated);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_not_read_to_its_end(bool isAnnounced)
    {
        var body = new EndlessStream(isAnnounced ? 1_000_000 : null);
        var error = await Assert.ThrowsAsync<AnswerTooLargeException>(
            () => Pets.Pipeline(new StubServer().Streams(200, body, "application/json"), options => options.MaxAnswerBytes = 500_000).GetPetAsync());
        Assert.Equal((200, 500_000), (error.Status, error.Limit));
        Assert.Contains("MaxAnswerBytes", error.Message, StringComparison.Ordinal);
        Assert.InRange(body.BytesRead, 1, isAnnounced ? 200_000 : 700_000);
    }

    [Fact]
    public async Task A_connection_that_fails_is_a_transport_error()
    {
        var error = await Assert.ThrowsAsync<TransportException>(() => Pets.Pipeline(new StubServer().Breaks()).GetPetAsync());
        Assert.Equal("getPet", error.Operation);
        Assert.IsType<HttpRequestException>(error.InnerException);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_body_is_a_transport_error()
    {
        var server = new StubServer().Streams(200, new BrokenStream("""{"name":"""u8.ToArray()), "application/json");
        await Assert.ThrowsAsync<TransportException>(() => Pets.Pipeline(server).GetPetAsync());
    }

    [Fact]
    public async Task The_end_of_the_deadline_is_no_cancellation()
    {
        var clock = new FakeClock();
        var call = Pets.Pipeline(new StubServer().Hangs(), options => (options.TimeProvider, options.Deadline) = (clock, TimeSpan.FromSeconds(7))).GetPetAsync();
        Assert.Equal(TimeSpan.FromSeconds(7), await clock.AdvanceToNextTimerAsync());
        var error = await Assert.ThrowsAsync<DeadlineExceededException>(() => call);
        Assert.Equal(("getPet", TimeSpan.FromSeconds(7)), (error.Operation, error.Deadline));
    }

    [Fact]
    public async Task The_deadline_covers_the_body()
    {
        var clock = new FakeClock();
        var call = Pets.Pipeline(new StubServer().Streams(200, new EndlessStream(hangs: true), "application/json"), options => options.TimeProvider = clock).GetPetAsync();
        await clock.AdvanceToNextTimerAsync();
        await Assert.ThrowsAsync<DeadlineExceededException>(() => call);
    }

    [Fact]
    public async Task The_systems_own_clock_ends_calls_too()
    {
        var pipeline = Pets.Pipeline(new StubServer().Hangs().Hangs().Answers(200, Pets.Json), options => options.Deadline = TimeSpan.FromMilliseconds(20));
        await Assert.ThrowsAsync<DeadlineExceededException>(() => pipeline.GetPetAsync());
        await Assert.ThrowsAsync<DeadlineExceededException>(() => pipeline.GetPetAsync());
        Assert.Equal("Rex", (await pipeline.GetPetAsync()).Name);
    }

    [Fact]
    public async Task The_callers_cancellation_stays_the_callers()
    {
        using var caller = new CancellationTokenSource();
        var call = Pets.Pipeline(new StubServer().Hangs()).GetPetAsync(cancellationToken: caller.Token);
        await caller.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(caller.Token, error.CancellationToken);
    }

    [Fact]
    public async Task A_time_out_of_the_HttpClient_is_a_deadline_too()
    {
        using var http = new HttpClient(new StubServer().Hangs()) { Timeout = TimeSpan.FromMilliseconds(20) };
        var pipeline = new ApiPipeline(http, new("Quick") { Servers = [new("s", Pets.Server)] }, new());
        var error = await Assert.ThrowsAsync<DeadlineExceededException>(() => pipeline.GetPetAsync());
        Assert.Equal(TimeSpan.FromMilliseconds(20), error.Deadline);
    }

    [Fact]
    public async Task Each_deadline_has_its_place()
    {
        var long60 = new OperationInfo("poll", HttpMethod.Get, "/poll") { DeadlineMilliseconds = 60_000 };
        Assert.Equal(60, await DeadlineAsync(long60, new() { Deadline = TimeSpan.FromSeconds(5) }));
        Assert.Equal(90, await DeadlineAsync(long60, new() { Deadlines = { ["poll"] = TimeSpan.FromSeconds(90) } }));
        Assert.Equal(30, await DeadlineAsync(Pets.List, new()));
        Assert.Equal(2, await DeadlineAsync(long60, new() { Deadlines = { ["poll"] = TimeSpan.FromSeconds(90) } }, new() { Deadline = TimeSpan.FromSeconds(2) }));
    }

    private static async Task<double> DeadlineAsync(OperationInfo operation, ApiClientOptions options, CallOptions? call = null)
    {
        var clock = new FakeClock();
        options.TimeProvider = clock;
        var pipeline = new ApiPipeline(new HttpMessageInvoker(new StubServer().Hangs()), Pets.Client, options);
        if (call is not null)
            pipeline = pipeline.With(call);
        var running = pipeline.SendAsync(pipeline.Request(operation), Pets.Rule, default);
        await clock.AdvanceToNextTimerAsync();
        return (await Assert.ThrowsAsync<DeadlineExceededException>(() => running)).Deadline.TotalSeconds;
    }
}
