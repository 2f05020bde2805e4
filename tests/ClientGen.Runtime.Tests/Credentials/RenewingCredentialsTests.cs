using ClientGen.Testing;

namespace ClientGen.Tests.Credentials;

public class RenewingCredentialsTests
{
    private readonly FakeClock _clock = new();
    private int _signIns;
    private TimeSpan? _lifetime = TimeSpan.FromMinutes(10);
    private TaskCompletionSource _door = Open();
    private Exception? _failure;

    [Fact]
    public async Task The_first_call_signs_in_and_the_next_ones_share_what_it_got()
    {
        var source = Source();
        Assert.Equal("t1", await TokenAsync(source));
        Assert.Equal("t1", await TokenAsync(source));
        Assert.Equal("app", (await source.GetAsync(default)).Find("appKey")!.Value);
        Assert.Equal(["appKey", "token"], (await source.GetAsync(default)).Schemes);
        Assert.Equal(1, _signIns);
    }

    [Fact]
    public async Task A_hundred_callers_at_once_make_one_sign_in()
    {
        var source = Source();
        _door = new();
        var calls = Enumerable.Range(0, 100).Select(_ => Task.Run(async () => await source.GetAsync(default))).ToArray();
        await UntilAsync(() => _signIns == 1);
        _door.SetResult();
        Assert.Single((await Task.WhenAll(calls)).Distinct());
        Assert.Equal(1, _signIns);
    }

    [Fact]
    public async Task A_hundred_refused_calls_make_one_renewal()
    {
        var source = Source();
        var stale = await source.GetAsync(default);
        _door = new();
        var calls = Enumerable.Range(0, 100).Select(_ => Task.Run(async () => await source.RenewAsync(stale, default))).ToArray();
        await UntilAsync(() => _signIns == 2);
        _door.SetResult();
        Assert.Equal("t2", Assert.Single((await Task.WhenAll(calls)).Distinct()).Find("token")!.Value);
        // One that was refused with the old credentials and comes late finds the new ones.
        Assert.Equal("t2", (await source.RenewAsync(stale, default)).Find("token")!.Value);
        Assert.Equal(2, _signIns);
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_disturb_the_others()
    {
        var source = Source();
        _door = new();
        using var impatient = new CancellationTokenSource();
        var first = source.GetAsync(impatient.Token).AsTask();
        var second = source.GetAsync(default).AsTask();
        await UntilAsync(() => _signIns == 1);
        await impatient.CancelAsync();
        Assert.Equal(impatient.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first)).CancellationToken);
        _door.SetResult();
        Assert.Equal("t1", (await second).Find("token")!.Value);
        Assert.Equal(1, _signIns);
    }

    [Fact]
    public async Task Credentials_near_their_end_are_renewed_while_they_still_work()
    {
        var source = Source();
        await TokenAsync(source);
        _clock.Advance(TimeSpan.FromSeconds(569));
        Assert.Equal("t1", await TokenAsync(source));
        Assert.Equal(1, _signIns);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("t1", await TokenAsync(source));
        await UntilAsync(async () => await TokenAsync(source) == "t2");
        Assert.Equal(2, _signIns);
    }

    [Fact]
    public async Task Credentials_that_have_ended_are_never_handed_out()
    {
        var source = Source();
        await TokenAsync(source);
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("t2", await TokenAsync(source));
    }

    [Fact]
    public async Task A_short_life_is_renewed_at_its_half_and_not_at_once()
    {
        _lifetime = TimeSpan.FromSeconds(10);
        var source = Source();
        await TokenAsync(source);
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        await TokenAsync(source);
        Assert.Equal(1, _signIns);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        await TokenAsync(source);
        await UntilAsync(() => _signIns == 2);
    }

    [Fact]
    public async Task Credentials_that_seem_over_on_arrival_are_used_until_they_are_refused()
    {
        // The clocks differ by more than a token's life: signing in with every call would not help.
        _lifetime = TimeSpan.FromMinutes(-5);
        var source = Source();
        Assert.Equal("t1", await TokenAsync(source));
        Assert.Equal("t1", await TokenAsync(source));
        Assert.Equal(1, _signIns);
    }

    [Fact]
    public async Task A_failed_sign_in_reaches_all_who_wait_and_the_next_call_tries_again()
    {
        var source = Source();
        _door = new();
        _failure = new TransportException("signIn", new IOException("down"));
        var calls = Enumerable.Range(0, 10).Select(_ => source.GetAsync(default).AsTask()).ToArray();
        await UntilAsync(() => _signIns == 1);
        _door.SetResult();
        foreach (var call in calls)
            Assert.Same(_failure, (await Assert.ThrowsAsync<CredentialException>(() => call)).InnerException);
        _failure = null;
        Assert.Equal("t2", await TokenAsync(source));
    }

    [Fact]
    public async Task A_renewal_that_fails_ahead_of_time_costs_nobody_anything()
    {
        var source = Source();
        await TokenAsync(source);
        _clock.Advance(TimeSpan.FromSeconds(575));
        _failure = new IOException("down");
        Assert.Equal("t1", await TokenAsync(source));
        await UntilAsync(() => _signIns == 2);
        await Task.Delay(50);
        // Not again with every call, but after a pause.
        Assert.Equal("t1", await TokenAsync(source));
        Assert.Equal(2, _signIns);
        _failure = null;
        _clock.Advance(TimeSpan.FromSeconds(5));
        await TokenAsync(source);
        await UntilAsync(async () => await TokenAsync(source) == "t3");
    }

    [Fact]
    public async Task A_sign_in_that_hangs_ends_by_its_own_deadline()
    {
        var source = Source();
        _door = new();
        var call = source.GetAsync(default).AsTask();
        await UntilAsync(() => _signIns == 1);
        Assert.Equal(TimeSpan.FromMinutes(1), await _clock.AdvanceToNextTimerAsync());
        var error = await Assert.ThrowsAsync<CredentialException>(() => call);
        Assert.Contains("60 s", error.Message, StringComparison.Ordinal);
        _door.SetResult();
        Assert.Equal("t2", await TokenAsync(source));
    }

    [Fact]
    public async Task A_rotated_credential_is_taken_over_and_the_others_stay()
    {
        var source = Source();
        var sentWith = await source.GetAsync(default);
        source.TakeOver(sentWith, "token", new("fresh", _clock.GetUtcNow().AddHours(1)));
        Assert.Equal("fresh", await TokenAsync(source));
        Assert.Equal("app", (await source.GetAsync(default)).Find("appKey")!.Value);
        // Its own end counts now.
        _clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("fresh", await TokenAsync(source));
        Assert.Equal(1, _signIns);
    }

    [Fact]
    public async Task A_rotated_credential_is_no_renewal_of_the_others()
    {
        var source = Source();
        var stale = await source.GetAsync(default);
        source.TakeOver(stale, "appKey", new("app2"));
        Assert.Equal("t2", (await source.RenewAsync(stale, default)).Find("token")!.Value);
    }

    [Fact]
    public async Task A_credential_from_before_the_last_sign_in_is_not_taken_over()
    {
        var source = Source();
        var old = await source.GetAsync(default);
        await source.RenewAsync(old, default);
        source.TakeOver(old, "token", new("late"));
        Assert.Equal("t2", await TokenAsync(source));
    }

    [Fact]
    public async Task A_sign_in_that_asks_for_its_own_result_is_told_so_instead_of_waiting_for_ever()
    {
        RenewingCredentials source = null!;
        source = new(async token =>
        {
            await source.GetAsync(token);
            return new Dictionary<string, Credential>();
        });
        var error = await Assert.ThrowsAsync<CredentialException>(async () => await source.GetAsync(default));
        Assert.IsType<InvalidOperationException>(error.InnerException);
    }

    [Fact]
    public async Task A_sign_in_takes_no_ambient_values_of_its_caller_along()
    {
        var ambient = new AsyncLocal<string?> { Value = "the first caller's" };
        string? seen = "not called";
        var source = new RenewingCredentials(_ =>
        {
            seen = ambient.Value;
            return new(new Dictionary<string, Credential> { ["token"] = new("t") });
        });
        await source.GetAsync(default);
        Assert.Null(seen);
        Assert.Equal("the first caller's", ambient.Value);

        var second = Source();
        Task<CredentialSet> call;
        using (ExecutionContext.SuppressFlow())
            call = second.GetAsync(default).AsTask();
        Assert.Equal("t1", (await call).Find("token")!.Value);
    }

    [Fact]
    public void Options_are_checked()
    {
        Assert.Equal("RenewAhead", Assert.Throws<ArgumentException>(() => new RenewingCredentials(_ => default, new() { RenewAhead = TimeSpan.FromHours(2) })).ParamName);
        Assert.Equal("SignInDeadline", Assert.Throws<ArgumentException>(() => new RenewingCredentials(_ => default, new() { SignInDeadline = TimeSpan.Zero })).ParamName);
    }

    private static async Task<string> TokenAsync(CredentialSource source) => (await source.GetAsync(default)).Find("token")!.Value;

    private static TaskCompletionSource Open()
    {
        var door = new TaskCompletionSource();
        door.SetResult();
        return door;
    }

    private static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var attempt = 0; attempt < 12_000; attempt++)
        {
            if (await holds())
                return;
            await Task.Delay(5);
        }

        Assert.Fail("It never came true.");
    }

    private RenewingCredentials Source() => new(
        async token =>
        {
            var number = Interlocked.Increment(ref _signIns);
            await _door.Task.WaitAsync(token);
            if (_failure is not null)
                throw _failure;
            return new Dictionary<string, Credential> { ["token"] = new("t" + number, _clock.GetUtcNow() + _lifetime) };
        },
        new() { TimeProvider = _clock, Fixed = { ["appKey"] = "app" } });
}
