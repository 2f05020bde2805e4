using System.Net;
using System.Text.Json;
using ContactCenter.Simulator.Scenarios;
using ContactCenter.Simulator.Tests.Support;
using ContactCenter.Simulator.Time;

namespace ContactCenter.Simulator.Tests.Messaging;

public sealed class MishapTests
{
    [Fact]
    public async Task A_connection_is_cut_before_the_answer_and_the_next_poll_works()
    {
        await using var simulator = await Play.ScenarioAsync("cut-connection");
        using var customer = await InTheQueueAsync(simulator);

        await Assert.ThrowsAsync<HttpRequestException>(() => customer.PollCallAsync());
        Assert.Equal(HttpStatusCode.OK, (await customer.PollCallAsync()).Status);
        Assert.Contains("getClickToCallEvents: connection cut", simulator.Lines());
    }

    [Fact]
    public async Task A_connection_is_cut_within_the_answer()
    {
        await using var simulator = await Play.ScenarioAsync("cut-body");
        using var customer = await InTheQueueAsync(simulator);

        await Assert.ThrowsAsync<HttpRequestException>(() => customer.PollCallAsync());
        Assert.Equal("168101", (await customer.PollCallAsync())["eventId"]);
    }

    [Fact]
    public async Task Json_breaks_off_in_an_answer_that_is_complete_for_http()
    {
        await using var simulator = await Play.ScenarioAsync("truncated-json");
        using var customer = await InTheQueueAsync(simulator);

        await Assert.ThrowsAnyAsync<JsonException>(() => customer.PollCallAsync());
        Assert.Equal("168101", (await customer.PollCallAsync())["eventId"]);
    }

    [Fact]
    public async Task The_server_fails_twice()
    {
        await using var simulator = await Play.ScenarioAsync("server-errors");
        using var customer = await InTheQueueAsync(simulator);

        Assert.Equal(HttpStatusCode.InternalServerError, (await customer.PollCallAsync()).Status);
        Assert.Equal("internal error", (await customer.PollCallAsync())["exceptionInfo"]);
        Assert.Equal(HttpStatusCode.OK, (await customer.PollCallAsync()).Status);
        simulator.AssertKeepsContracts();
    }

    [Fact]
    public async Task Every_poll_fails_from_the_second_on()
    {
        await using var simulator = await Play.ScenarioAsync("three-failing-polls");
        using var customer = await InTheQueueAsync(simulator);

        for (var attempt = 0; attempt < 4; attempt++)
        {
            var reply = await customer.PollCallAsync();
            Assert.Equal((HttpStatusCode.OK, "13", "poll failed"), (reply.Status, reply["resultCode"], reply["resultDesc"]));
        }

        simulator.AssertKeepsContracts();
    }

    [Fact]
    public async Task Answers_come_late()
    {
        await using var simulator = await Play.ScenarioAsync("slow-answers");
        using var customer = await Customer.SignedInAsync(simulator);
        Assert.Equal(TimeSpan.FromSeconds(4), ((VirtualClock)simulator.Clock).Elapsed);
    }

    [Fact]
    public async Task An_answer_that_the_contract_does_not_foresee_can_be_told_to_come()
    {
        await using var simulator = await Play.ScenarioAsync(new Scenario
        {
            Name = "odd", Summary = "", Mishaps = [new("checkClickToCallSupport", Occurrence.Always, new Mishap.OddAnswer("[1]"))],
        });
        using var customer = await Customer.SignedInAsync(simulator);
        Assert.Equal("[1]", (await customer.CheckSupportAsync()).Body!.ToJsonString());
        simulator.AssertKeepsContracts();
    }

    private static async Task<Customer> InTheQueueAsync(SimulatorHost simulator)
    {
        var customer = await Customer.SignedInAsync(simulator);
        await customer.CreateCallAsync();
        Assert.Equal("168102", (await customer.PollCallAsync())["eventId"]);
        return customer;
    }
}
