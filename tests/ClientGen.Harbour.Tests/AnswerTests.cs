using Harbour;

namespace ClientGen.Harbour.Tests;

/// <summary>What an invented contract calls success, failure and news is what callers see.</summary>
public class AnswerTests : HarbourTest
{
    [Fact]
    public async Task Success_is_what_the_contract_calls_success()
    {
        Server.Answers("""{"verdict":{"state":"DENIED","reason":"fog"},"tugsReady":true,"weather":"calm"}""");
        var refused = await Assert.ThrowsAsync<ResultCodeException>(() => Client.AskClearanceAsync(7, cancellationToken: Token));

        Assert.Equal(("askClearance", 200, "DENIED", "fog"), (refused.Operation, refused.Status, refused.Code, refused.Description));
    }

    [Fact]
    public async Task A_documented_refusal_is_an_exception_with_its_body_or_an_outcome()
    {
        const string Taken = """{"takenBy":"Rachel","until":"1841-01-03T08:30:00Z"}""";
        Server.Answers(Taken, 409).Answers(Taken, 409).Answers("""{"verdict":{"state":"GRANTED"},"tugsReady":true,"weather":"calm"}""", 200, ("X-Tide-Minutes", "42"));

        var thrown = await Assert.ThrowsAsync<ApiException>(() => Client.AskClearanceAsync(7, cancellationToken: Token));
        Assert.Equal(("Rachel", 409), (Assert.IsType<Refusal>(thrown.Error).TakenBy, thrown.Status));

        var outcome = await Client.AskClearanceOutcomeAsync(7, cancellationToken: Token);
        Assert.Equal("Rachel", Assert.IsType<AskClearanceOutcome.Conflict>(outcome).Body.TakenBy);

        var ok = Assert.IsType<AskClearanceOutcome.Ok>(await Client.AskClearanceOutcomeAsync(7, cancellationToken: Token));
        Assert.Equal((42, true), (ok.XTideMinutes, ok.IsSuccess));
    }

    [Fact]
    public async Task An_undocumented_status_is_an_exception_either_way()
    {
        Server.Answers("nobody home", 503).Answers("nobody home", 503);
        await Assert.ThrowsAsync<UndocumentedAnswerException>(() => Client.AskClearanceOutcomeAsync(7, cancellationToken: Token));
        var thrown = await Assert.ThrowsAnyAsync<ApiException>(() => Client.AskClearanceAsync(7, cancellationToken: Token));
        Assert.Equal("nobody home", System.Text.Encoding.UTF8.GetString(thrown.RawBody.Span));
    }

    [Fact]
    public async Task A_malformed_answer_says_operation_status_and_position()
    {
        Server.Answers("""{"verdict":{"state":"GRANTED"},"tugsReady":"yes","weather":"calm"}""");
        var thrown = await Assert.ThrowsAsync<MalformedAnswerException>(() => Client.AskClearanceAsync(7, cancellationToken: Token));

        Assert.Equal(("askClearance", 200), (thrown.Operation, thrown.Status));
        Assert.Equal("\"yes\"", System.Text.Encoding.UTF8.GetString(thrown.RawBody.Span)[(int)thrown.BytePosition..][..5]);
    }

    [Fact]
    public async Task An_unknown_value_never_throws_and_loses_nothing()
    {
        Server.Answers("""{"verdict":{"state":"GRANTED"},"tugsReady":true,"weather":"sunny","swell":2}""");
        var clearance = await Client.AskClearanceAsync(7, cancellationToken: Token);

        Assert.Equal(ClearanceWeather.Unknown, clearance.Weather);
        Assert.Equal("sunny", clearance.AdditionalProperties!["weather"].GetString());
        Assert.Contains("\"weather\":\"sunny\"", System.Text.Json.JsonSerializer.Serialize(clearance));
        Assert.Contains("\"swell\":2", System.Text.Json.JsonSerializer.Serialize(clearance));
    }

    [Fact]
    public async Task The_long_poll_is_a_stream_that_ends_with_the_terminal_event()
    {
        Server
            .Answers("""{"what":"tide","verdict":{"state":"GRANTED"},"rising":true}""")
            .Answers("""{"what":"whale","verdict":{"state":"GRANTED"}}""")
            .Answers("""{"what":"lost","verdict":{"state":"GRANTED"},"cause":"storm"}""");
        var seen = new List<BerthEvent>();
        await foreach (var happening in Client.WatchBerthStreamAsync(3, Token))
            seen.Add(happening);

        Assert.Collection(
            seen,
            static e => Assert.True(Assert.IsType<TideTurned>(e).Rising),
            static e => Assert.Equal("whale", Assert.IsType<UnknownBerthEvent>(e).Raw.GetProperty("what").GetString()),
            static e => Assert.Equal("storm", Assert.IsType<BerthLost>(e).Cause));
        Assert.Equal(3, Server.Arrivals.Count);
    }

    [Fact]
    public async Task The_stream_gives_up_after_the_contracts_retries()
    {
        for (var i = 0; i < 4; i++)
            Server.Answers("""{"what":"tide","verdict":{"state":"DENIED","reason":"fog"}}""");

        var gaveUp = await Assert.ThrowsAsync<PollingGaveUpException>(async () =>
        {
            await foreach (var _ in Client.WatchBerthStreamAsync(3, Token))
            {
            }
        });
        Assert.IsType<ResultCodeException>(gaveUp.InnerException);
        Assert.Equal(3, Server.Arrivals.Count);
    }

    [Fact]
    public async Task Server_sent_events_are_typed()
    {
        Server.Answers(static async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.Body.WriteAsync("data: {\"from\":\"Rachel\",\"words\":\"hast seen\"}\n\ndata: {\"from\":\"Pequod\"}\n\n"u8.ToArray());
        }).Answers(static context =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        });
        var calls = new List<string>();
        await foreach (var call in Client.ListenToRadioAsync(Token))
            calls.Add(call.From + ":" + call.Words);
        Assert.Equal(["Rachel:hast seen", "Pequod:"], calls);
    }
}
