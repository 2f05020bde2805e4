using ClientGen.Testing;
using ClientGen.Tests.Stubs;
using ClientGen.Workflows;

namespace ClientGen.Tests.Workflows;

public class WorkflowRunTests
{
    private readonly FakeClock _clock = new();
    private readonly List<string> _reports = [];

    [Fact]
    public async Task A_step_that_answers_is_reported_with_time_and_attempt()
    {
        var run = Run();
        run.Begin("first");
        _clock.Advance(TimeSpan.FromSeconds(2));
        var answer = await run.CallAsync(null, static _ => Task.FromResult("hello"));
        Assert.Equal((true, "hello"), (answer.IsThere, answer.Value));
        run.Succeed();
        Assert.Equal(["first Started 1 0s", "first Succeeded 1 2s"], _reports);
    }

    [Fact]
    public async Task A_failure_is_a_fact_for_the_actions_and_not_an_exception()
    {
        var run = Run();
        run.Begin("first");
        var answer = await run.CallAsync(null, static _ => Pets.Pipeline(new StubServer().Answers(404)).GetPetAsync());
        Assert.False(answer.IsThere);
        Assert.Equal(404, run.FailureStatus);
        run.Fail();
        var error = run.Error("no action fits");
        Assert.Equal(("flow", "first", "no action fits"), (error.Workflow, error.Step, error.Reason));
        Assert.IsType<ApiException>(error.InnerException);
        Assert.Equal("first Failed 1 0s ApiException", _reports[^1]);
    }

    [Fact]
    public void Retries_are_counted_for_each_action_and_start_again_after_a_success()
    {
        var run = Run();
        run.Begin("poll");
        Assert.True(run.TryRetry("again", 2));
        run.Begin("poll");
        Assert.True(run.TryRetry("renew", 1));
        Assert.True(run.TryRetry("again", 2));
        Assert.False(run.TryRetry("again", 2));
        Assert.False(run.TryRetry("renew", 1));
        run.Begin("poll");
        run.Succeed();
        run.Begin("poll");
        Assert.True(run.TryRetry("again", 2));
        Assert.Equal(["1", "1", "2", "2", "2", "3", "3", "1", "1"], _reports.Select(static report => report.Split(' ')[2]));
    }

    [Fact]
    public async Task A_step_has_its_own_time()
    {
        var run = Run();
        run.Begin("wait");
        var call = run.CallAsync(TimeSpan.FromSeconds(60), static token => Task.Delay(Timeout.Infinite, token));
        Assert.Equal(TimeSpan.FromSeconds(60), await _clock.AdvanceToNextTimerAsync());
        Assert.False((await call).IsThere);
        Assert.Equal(TimeSpan.FromSeconds(60), Assert.IsType<DeadlineExceededException>(run.Failure).Deadline);
        run.Begin("wait");
        Assert.Null(run.Failure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_callers_cancellation_is_no_failure_of_a_step(bool hasTimeout)
    {
        using var caller = new CancellationTokenSource();
        var run = Run(caller.Token);
        run.Begin("wait");
        var call = run.CallAsync(hasTimeout ? TimeSpan.FromSeconds(60) : null, static token => Task.Delay(Timeout.Infinite, token));
        await caller.CancelAsync();
        Assert.Equal(caller.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    [Fact]
    public async Task A_pause_is_the_contracts_unless_the_server_asks_for_another()
    {
        var run = Run();
        run.Begin("a");
        var pause = run.PauseAsync(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(3), await _clock.AdvanceToNextTimerAsync());
        await pause;

        await run.CallAsync(null, static _ => Pets.Pipeline(new StubServer().Answers(503, headers: ("Retry-After", "9"))).GetPetAsync());
        pause = run.PauseAsync(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(9), await _clock.AdvanceToNextTimerAsync());
        await pause;
    }

    [Fact]
    public async Task What_is_no_error_of_a_client_is_nobodys_to_retry()
    {
        var run = Run();
        run.Begin("a");
        await Assert.ThrowsAsync<FormatException>(() => run.CallAsync<int>(null, static _ => throw new FormatException()));
    }

    private WorkflowRun Run(CancellationToken cancellationToken = default) =>
        new("flow", new() { TimeProvider = _clock }, new Progress(_reports), cancellationToken);

    private sealed class Progress(List<string> reports) : IProgress<WorkflowStepReport>
    {
        public void Report(WorkflowStepReport value) =>
            reports.Add($"{value.Step} {value.State} {value.Attempt} {value.Elapsed.TotalSeconds}s {value.Failure?.GetType().Name}".TrimEnd());
    }
}
