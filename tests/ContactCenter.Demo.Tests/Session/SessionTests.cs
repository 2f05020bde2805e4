using ClientGen;
using ContactCenter.Messaging;
using ContactCenter.Simulator.Scenarios;

namespace ContactCenter.Demo.Tests.Session;

public sealed class SessionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_sent_before_the_first_call_which_signs_in_in_order()
    {
        await using var simulated = await Simulated.PlayAsync("everyday");
        await using var session = simulated.Session();
        Assert.Empty(simulated.Operations);

        Assert.True((await session.Messaging.CheckClickToCallSupportAsync(Channel.WEB, Token)).ClickToCallSupported);
        Assert.Equal(["tokenByAkSk", "applyToken", "checkClickToCallSupport"], simulated.Operations);
        Assert.Empty(simulated.Host.Violations);
    }

    [Fact]
    public async Task Concurrent_calls_share_one_sign_in()
    {
        await using var simulated = await Simulated.PlayAsync("everyday");
        await using var session = simulated.Session();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => session.Messaging.CheckClickToCallSupportAsync(Channel.WEB, Token)));
        Assert.Equal(1, simulated.SignIns);
    }

    [Fact]
    public async Task Tokens_are_renewed_ahead_of_their_end_while_calls_go_on()
    {
        await using var simulated = await Simulated.PlayAsync("everyday");
        await using var session = simulated.Session(static options => options.TokenLifetime = TimeSpan.FromMinutes(5));
        await session.Messaging.CheckClickToCallSupportAsync(Channel.WEB, Token);

        await simulated.Clock.AdvanceAsync(TimeSpan.FromSeconds(280));
        await session.Messaging.CheckClickToCallSupportAsync(Channel.WEB, Token);
        await simulated.UntilAsync(entry => entry.Operation == "applyToken" && simulated.SignIns == 2);
        Assert.DoesNotContain(simulated.Host.Journal, static entry => entry.Outcome.StartsWith("403", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_messaging_token_lives_for_an_hour_and_the_access_token_as_long_as_was_asked_for()
    {
        await using var simulated = await Simulated.PlayAsync("everyday");
        await using var session = simulated.Session(static options => options.TokenLifetime = TimeSpan.FromMinutes(7));
        var credentials = await session.Credentials.GetAsync(Token);
        var now = simulated.Clock.GetUtcNow();
        Assert.Equal(now + TimeSpan.FromMinutes(7), credentials.Find(CcMessagingClient.Schemes.FabricBearer)!.ExpiresAt);
        Assert.Equal(now + TimeSpan.FromHours(1), credentials.Find(CcMessagingClient.Schemes.MessagingToken)!.ExpiresAt);
    }

    [Fact]
    public async Task A_session_that_slept_signs_in_before_it_calls()
    {
        await using var simulated = await Simulated.PlayAsync("everyday");
        await using var session = simulated.Session();
        await session.Messaging.CheckClickToCallSupportAsync(Channel.WEB, Token);

        await simulated.Clock.AdvanceAsync(TimeSpan.FromMinutes(11));
        await session.Messaging.CheckClickToCallSupportAsync(Channel.WEB, Token);
        Assert.Equal(
            ["tokenByAkSk", "applyToken", "checkClickToCallSupport", "tokenByAkSk", "applyToken", "checkClickToCallSupport"], simulated.Operations);
    }

    [Fact]
    public async Task A_refused_call_is_sent_once_more_with_fresh_tokens()
    {
        await using var simulated = await Simulated.PlayAsync(new Scenario
        {
            Name = "stale", Summary = "", Mishaps = [new("checkClickToCallSupport", Occurrence.Number(1), new Mishap.TokensRunOut())],
        });
        await using var session = simulated.Session();
        Assert.True((await session.Messaging.CheckClickToCallSupportAsync(Channel.WEB, Token)).WebRTCSupported);
        Assert.Equal(
            ["tokenByAkSk", "applyToken", "checkClickToCallSupport", "tokenByAkSk", "applyToken", "checkClickToCallSupport"], simulated.Operations);
    }

    [Fact]
    public async Task A_token_that_the_server_replaces_is_taken_over()
    {
        await using var simulated = await Simulated.PlayAsync("rotated-token");
        await using var session = simulated.Session();
        await session.Messaging.CheckClickToCallSupportAsync(Channel.WEB, Token);
        await session.Messaging.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, Token);
        Assert.Equal(["tokenByAkSk", "applyToken", "checkClickToCallSupport", "createClickToCall"], simulated.Operations);
    }

    [Fact]
    public async Task A_wrong_secret_is_an_error_of_credentials_that_does_not_hold_it()
    {
        await using var simulated = await Simulated.PlayAsync("everyday");
        await using var session = simulated.Session(static options => options.AppSecret = "not-the-secret");
        var error = await Assert.ThrowsAsync<CredentialException>(() => session.Messaging.CheckClickToCallSupportAsync(Channel.WEB, Token));
        Assert.Contains("fabric", Assert.IsType<WorkflowException>(error.InnerException).Step, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_poll_names_its_result_code()
    {
        await using var simulated = await Simulated.PlayAsync(new Scenario
        {
            Name = "failing", Summary = "", Mishaps = [new("getClickToCallEvents", Occurrence.Always, new Mishap.FailedResult("13", "poll failed"))],
        });
        await using var session = simulated.Session();
        await CallAsync(session);
        var error = await Assert.ThrowsAsync<ResultCodeException>(() => session.Messaging.GetClickToCallEventsAsync(Channel.WEB, Token));
        Assert.Equal(("13", "poll failed"), (error.Code, error.Description));
    }

    [Fact]
    public async Task A_workflow_plays_the_whole_call()
    {
        await using var simulated = await Simulated.PlayAsync("queue-timeout");
        await using var session = simulated.Session();
        var outputs = await session.Workflows.VoiceOnlyAsync(cancellationToken: Token);
        Assert.Equal((ClickToCallEventId.QueueTimedOut, "No agent answered in time."), (outputs.EventId, outputs.CauseDesc));
    }

    [Fact]
    public async Task A_handler_that_was_given_outlives_the_session()
    {
        await using var simulated = await Simulated.PlayAsync("everyday");
        using var handler = new SocketsHttpHandler();
        await using (var first = ContactCenterSession.Create(simulated.Options(), handler))
            await first.Messaging.CheckClickToCallSupportAsync(Channel.WEB, Token);
        await using var second = ContactCenterSession.Create(simulated.Options(), handler);
        await second.Messaging.CheckClickToCallSupportAsync(Channel.WEB, Token);
        Assert.Equal(2, simulated.SignIns);
    }

    private static async Task CallAsync(ContactCenterSession session)
    {
        await session.Messaging.CheckClickToCallSupportAsync(Channel.WEB, Token);
        await session.Messaging.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, Token);
    }
}
