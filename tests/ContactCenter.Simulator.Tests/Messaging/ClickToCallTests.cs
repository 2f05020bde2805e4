using System.Net;
using ContactCenter.Simulator.Tests.Support;
using ContactCenter.Simulator.Time;

namespace ContactCenter.Simulator.Tests.Messaging;

public sealed class ClickToCallTests
{
    [Theory]
    [InlineData("text-then-call", "168102 . . 168101 . 168106 . 168110")]
    [InlineData("queue-timeout", "168102 . . 168103")]
    [InlineData("failed-call", "168102 168105")]
    [InlineData("undocumented-event", "168102 168104 168101 . 168110")]
    public async Task A_call_takes_the_course_of_the_table(string scenario, string events)
    {
        await using var simulator = await Play.ScenarioAsync(scenario);
        using var customer = await Customer.SignedInAsync(simulator);
        await customer.CreateCallAsync();

        Assert.Equal(events, string.Join(' ', (await customer.PollToTheEndAsync()).Select(static id => id?.ToString() ?? ".")));
        Assert.Empty(simulator.Violations);
    }

    [Fact]
    public async Task A_poll_is_held_for_twenty_seconds_of_virtual_time_when_nothing_happens()
    {
        await using var simulator = await Play.ScenarioAsync("voice-only");
        using var customer = await Customer.SignedInAsync(simulator);
        await customer.CreateCallAsync();
        await customer.PollCallAsync();
        await customer.PollCallAsync();
        var before = simulator.Clock.GetUtcNow();

        var reply = await customer.PollCallAsync();
        Assert.Equal("ClickToCall polled without any events", reply["resultDesc"]);
        Assert.False(reply.Body!.AsObject().ContainsKey("eventId"));
        Assert.Equal(TimeSpan.FromSeconds(20), simulator.Clock.GetUtcNow() - before);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_queue_of_ten_minutes_takes_no_real_minutes()
    {
        await using var simulator = await Play.ScenarioAsync("long-queue");
        using var customer = new Customer(simulator);
        await customer.SignInAsync(seconds: 3600);
        await customer.CreateCallAsync();
        await customer.PollToTheEndAsync();

        Assert.Equal(TimeSpan.FromSeconds(661), ((VirtualClock)simulator.Clock).Elapsed);
    }

    [Fact]
    public async Task The_client_hangs_up_and_hears_that_the_call_is_released()
    {
        await using var simulator = await Play.ScenarioAsync("voice-only");
        using var customer = await Customer.SignedInAsync(simulator);
        await customer.CreateCallAsync();
        await customer.PollCallAsync();
        Assert.Equal("168101", (await customer.PollCallAsync())["eventId"]);

        Assert.Equal("0", (await customer.DropCallAsync())["resultCode"]);
        Assert.Equal("168110", (await customer.PollCallAsync())["eventId"]);

        // Hanging up once more is harmless, but there is nothing left to poll.
        Assert.Equal("0", (await customer.DropCallAsync())["resultCode"]);
        Assert.Equal("13", (await customer.PollCallAsync())["resultCode"]);
    }

    [Fact(Timeout = 120_000)]
    public async Task Hanging_up_wakes_a_held_poll()
    {
        await using var simulator = await Play.ScenarioAsync("voice-only");
        using var customer = await Customer.SignedInAsync(simulator);
        await customer.CreateCallAsync();
        Assert.Equal("168102", (await customer.PollCallAsync())["eventId"]);

        // From here on time stands still, so that nothing else can end the poll.
        var clock = (VirtualClock)simulator.Clock;
        using var stopped = clock.Work();
        var before = clock.Elapsed;
        var poll = customer.PollCallAsync();
        await customer.DropCallAsync();
        Assert.Equal("168110", (await poll)["eventId"]);
        Assert.Equal(before, clock.Elapsed);
    }

    [Fact]
    public async Task A_second_call_and_a_poll_without_a_call_fail()
    {
        await using var simulator = await Play.ScenarioAsync("voice-only");
        using var customer = await Customer.SignedInAsync(simulator);
        Assert.Equal("13", (await customer.PollCallAsync())["resultCode"]);
        await customer.CreateCallAsync();
        Assert.Equal("13", (await customer.CreateCallAsync())["resultCode"]);
        simulator.AssertKeepsContracts();
    }

    [Fact]
    public async Task Without_support_no_call_is_created()
    {
        await using var simulator = await Play.ScenarioAsync("calls-not-supported");
        using var customer = await Customer.SignedInAsync(simulator);
        Assert.Equal("false", (await customer.CheckSupportAsync())["webRTCSupported"]);
        Assert.Equal("7", (await customer.CreateCallAsync())["resultCode"]);
    }

    [Fact]
    public async Task A_second_poll_takes_the_place_of_the_first_and_is_noted()
    {
        await using var simulator = await SimulatorHost.StartAsync(
            new SimulatorOptions { Clock = SimulatorClock.Real(), Scenario = Scenarios.ScenarioCatalogue.Find("long-queue")! },
            TestContext.Current.CancellationToken);
        using var customer = await Customer.SignedInAsync(simulator);
        await customer.CreateCallAsync();
        await customer.PollCallAsync();

        using var giveUp = new CancellationTokenSource();
        var first = customer.PollCallAsync();
        await Task.Delay(200, TestContext.Current.CancellationToken);
        var second = customer.PollCallUntilAsync(giveUp.Token);
        Assert.Null((await first)["eventId"]);
        Assert.Contains("one at a time", Assert.Single(simulator.Violations).Message, StringComparison.Ordinal);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Fact]
    public async Task Tokens_run_out_while_a_poll_is_held_and_signing_in_again_continues_the_call()
    {
        await using var simulator = await Play.ScenarioAsync("token-expires-mid-poll");
        using var customer = await Customer.SignedInAsync(simulator);
        await customer.CreateCallAsync();
        Assert.Equal("168102", (await customer.PollCallAsync())["eventId"]);

        Assert.Equal(HttpStatusCode.Forbidden, (await customer.PollCallAsync()).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.PollCallAsync()).Status);
        Assert.Equal(TimeSpan.FromSeconds(9), ((VirtualClock)simulator.Clock).Elapsed);

        customer.MessagingToken = "";
        await customer.SignInAsync();
        Assert.Equal("168101", (await customer.PollToTheEndAsync()).First(static id => id is not null).ToString());
        simulator.AssertKeepsContracts();
    }
}
