using ClientGen.Http;
using ClientGen.Polling;
using ClientGen.Testing;
using ClientGen.Tests.Stubs;

namespace ClientGen.Tests.Polling;

public class PollLoopTests
{
    private static readonly PollRule<Pet> Rule = new(static pet => pet.Name == "end", 3, TimeSpan.FromSeconds(2));

    private readonly FakeClock _clock = new();
    private readonly StubServer _server = new();
    private readonly List<TimeSpan> _pauses = [];

    [Fact]
    public async Task Every_answer_is_handed_on_and_the_terminal_one_is_the_last()
    {
        Answers("a", "b", "end", "never");
        Assert.Equal(["a", "b", "end"], await RunAsync());
        Assert.Equal(3, _server.Requests.Count);
    }

    [Fact]
    public async Task Each_kind_of_failure_that_may_pass_is_retried_after_the_contracts_pause()
    {
        _server.Answers(500).Answers(429).Breaks();
        Answers("a");
        _server.Answers(200, "{").Answers(200, """{"name":"x","age":1,"resultCode":"13"}""");
        Answers("end");
        Assert.Equal(["a", "end"], await RunAsync());
        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(2), 5), _pauses);
    }

    [Fact]
    public async Task A_poll_that_ran_out_of_time_is_retried()
    {
        _server.Hangs();
        Answers("end");
        Assert.Equal(["end"], await RunAsync());
        Assert.Equal([TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(2)], _pauses);
    }

    [Fact]
    public async Task After_the_contracts_retries_the_loop_gives_up_with_the_last_failure()
    {
        _server.Breaks().Answers(500).Answers(502).Answers(503, "last");
        var error = await Assert.ThrowsAsync<PollingGaveUpException>(RunAsync);
        Assert.Equal(("getPet", 4), (error.Operation, error.Attempts));
        Assert.Equal(503, Assert.IsType<ApiException>(error.InnerException).Status);
    }

    [Fact]
    public async Task A_success_starts_the_count_again()
    {
        _server.Answers(500).Answers(500).Answers(500);
        Answers("a");
        _server.Answers(500).Answers(500).Answers(500);
        Answers("end");
        Assert.Equal(["a", "end"], await RunAsync());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    public async Task A_refusal_that_will_not_change_ends_the_polling_at_once(int status)
    {
        _server.Answers(status);
        Assert.Equal(status, (await Assert.ThrowsAsync<ApiException>(RunAsync)).Status);
    }

    [Fact]
    public async Task The_servers_Retry_After_wins()
    {
        var date = _clock.GetUtcNow().AddSeconds(7 + 40);
        _server.Answers(503, headers: ("Retry-After", "7"))
            .Answers(503, headers: ("Retry-After", date.ToString("r")))
            .Answers(503, headers: ("Retry-After", "soon"));
        Answers("end");
        await RunAsync();
        Assert.Equal([7, 40, 2], _pauses.Select(static pause => pause.TotalSeconds));
    }

    [Fact]
    public async Task Retry_after_in_the_past_polls_at_once_and_one_of_a_week_is_bounded()
    {
        _server.Answers(503, headers: ("Retry-After", "Thu, 01 Jan 1970 00:00:00 GMT")).Answers(503, headers: ("Retry-After", "604800"));
        Answers("end");
        await RunAsync();
        Assert.Equal([TimeSpan.FromHours(1)], _pauses);
    }

    [Fact]
    public async Task Without_a_pause_of_the_contract_the_pauses_grow()
    {
        _server.Breaks().Breaks().Breaks();
        Answers("end");
        await RunAsync(new(static pet => pet.Name == "end", 3, TimeSpan.Zero));
        Assert.Equal([250, 500, 1000], _pauses.Select(static pause => pause.TotalMilliseconds));
    }

    [Fact]
    public async Task A_server_that_answers_at_once_for_ever_is_slowed_down_but_a_burst_is_not()
    {
        Answers([.. Enumerable.Repeat("nothing", 11), "end"]);
        Assert.Equal(12, (await RunAsync()).Count);
        Assert.Equal([50, 50, 50], _pauses.Select(static pause => pause.TotalMilliseconds));
    }

    [Fact]
    public async Task The_callers_cancellation_ends_a_poll_and_a_pause()
    {
        using var caller = new CancellationTokenSource();
        _server.Hangs();
        var polling = ListAsync(Rule, caller.Token);
        await caller.CancelAsync();
        Assert.Equal(caller.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => polling)).CancellationToken);

        using var second = new CancellationTokenSource();
        _server.Breaks();
        var pausing = ListAsync(Rule, second.Token);
        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pausing);
    }

    [Fact]
    public async Task A_renewal_is_no_failure()
    {
        var refusals = 0;
        var pipeline = Pets.Pipeline(_server, options => options.Credentials = new RenewingCredentials(_ =>
            new(new Dictionary<string, Credential> { ["token"] = new("t" + ++refusals), ["key"] = new("k") })));
        for (var i = 0; i < 5; i++)
            _server.Answers(403).Answers(200, """{"name":"a","age":1}""");
        Answers("end");
        var loop = PollLoop.RunAsync(pipeline, new PollRule<Pet>(static pet => pet.Name == "end", 0, TimeSpan.Zero), token => pipeline.SecuredAsync(token), default);
        Assert.Equal(6, (await loop.ToListAsync()).Count);
    }

    private void Answers(params string[] names)
    {
        foreach (var name in names)
            _server.Answers(200, $$"""{"name":"{{name}}","age":1}""");
    }

    private Task<List<string>> RunAsync() => RunAsync(Rule);

    /// <summary>Runs the loop to its end, moving the clock to each timer that it waits for.</summary>
    private async Task<List<string>> RunAsync(PollRule<Pet> rule)
    {
        var running = ListAsync(rule, default);
        while (!running.IsCompleted)
        {
            if (_clock.NextTimer is null)
                await Task.WhenAny(running, Task.Delay(5));
            else
                _pauses.Add(await _clock.AdvanceToNextTimerAsync());
        }

        return [.. (await running).Select(static pet => pet.Name)];
    }

    private async Task<List<Pet>> ListAsync(PollRule<Pet> rule, CancellationToken cancellationToken)
    {
        var pipeline = Pets.Pipeline(_server, options => options.TimeProvider = _clock);
        return await PollLoop.RunAsync(pipeline, rule, token => pipeline.GetPetAsync(cancellationToken: token), cancellationToken).ToListAsync(default);
    }
}
