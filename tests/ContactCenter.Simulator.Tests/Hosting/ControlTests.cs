using System.Net;
using System.Text.Json.Nodes;
using ContactCenter.Simulator.Scenarios;
using ContactCenter.Simulator.Tests.Support;
using ContactCenter.Simulator.Time;

namespace ContactCenter.Simulator.Tests.Hosting;

public sealed class ControlTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_start_page_lists_routes_and_scenarios()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: Stop);
        using var http = new HttpClient { BaseAddress = simulator.Url };
        var page = await http.GetStringAsync("/", Stop);
        Assert.Contains("POST /rest/httpsessions/callVerify/v1.0", page, StringComparison.Ordinal);
        Assert.All(ScenarioCatalogue.All, scenario => Assert.Contains(scenario.Summary, page, StringComparison.Ordinal));

        http.DefaultRequestHeaders.Add("Accept", "text/html");
        Assert.StartsWith("<!doctype html>", await http.GetStringAsync("/", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_scenario_is_played_on_demand_and_starts_afresh()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: Stop);
        using var http = new HttpClient { BaseAddress = simulator.Url };
        using var played = await http.PostAsync("/_simulator/scenario?name=voice-only", null, Stop);
        Assert.Equal(HttpStatusCode.OK, played.StatusCode);
        Assert.Equal("voice-only", simulator.Scenario.Name);

        using var customer = await Customer.SignedInAsync(simulator);
        simulator.Play("voice-only");
        Assert.Equal(HttpStatusCode.Unauthorized, (await customer.CheckSupportAsync()).Status);

        using var unknown = await http.PostAsync("/_simulator/scenario?name=nothing", null, Stop);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Throws<ArgumentException>(() => simulator.Play("nothing"));
    }

    [Fact]
    public async Task A_header_chooses_the_scenario_of_one_request_and_scenarios_share_nothing()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: Stop);
        using var here = await Customer.SignedInAsync(simulator);
        using var there = await Customer.SignedInAsync(simulator, scenario: "calls-not-supported");

        Assert.Equal("true", (await here.CheckSupportAsync())["webRTCSupported"]);
        Assert.Equal("false", (await there.CheckSupportAsync())["webRTCSupported"]);
        Assert.Equal(["everyday", "calls-not-supported"], simulator.Journal.Select(static entry => entry.Scenario).Distinct());

        using var lost = new Customer(simulator, scenario: "nothing");
        Assert.Equal(HttpStatusCode.BadRequest, (await lost.GetTokenAsync(600)).Status);
    }

    [Fact]
    public async Task Journal_and_violations_can_be_read_over_http()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: Stop);
        using var customer = new Customer(simulator);
        await customer.GetTokenAsync(4000);
        using var http = new HttpClient { BaseAddress = simulator.Url };

        var entry = JsonNode.Parse(await http.GetStringAsync("/_simulator/journal", Stop))![0]!;
        Assert.Equal(("fabric", "tokenByAkSk"), (entry["system"]!.ToString(), entry["operation"]!.ToString()));
        var violation = JsonNode.Parse(await http.GetStringAsync("/_simulator/violations", Stop))![0]!;
        Assert.Equal(("Client", "header X-Token-Expire"), (violation["side"]!.ToString(), violation["place"]!.ToString()));

        using var reset = await http.PostAsync("/_simulator/reset", null, Stop);
        Assert.Empty(simulator.Journal);
        Assert.Empty(simulator.Violations);
    }

    [Theory]
    [InlineData("3600", HttpStatusCode.OK, 3600)]
    [InlineData("-1", HttpStatusCode.BadRequest, 0)]
    [InlineData("soon", HttpStatusCode.BadRequest, 0)]
    [InlineData("NaN", HttpStatusCode.BadRequest, 0)]
    public async Task Virtual_time_can_be_moved_over_http(string seconds, HttpStatusCode status, int expected)
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: Stop);
        using var http = new HttpClient { BaseAddress = simulator.Url };
        using var response = await http.PostAsync($"/_simulator/advance?seconds={seconds}", null, Stop);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(expected), ((VirtualClock)simulator.Clock).Elapsed);
    }

    [Fact]
    public async Task Real_time_cannot_be_moved()
    {
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Clock = SimulatorClock.Real() }, Stop);
        using var http = new HttpClient { BaseAddress = simulator.Url };
        using var response = await http.PostAsync("/_simulator/advance?seconds=1", null, Stop);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    [Fact]
    public async Task A_taken_port_and_wrong_options_fail_at_the_start()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: Stop);
        await Assert.ThrowsAnyAsync<IOException>(() => SimulatorHost.StartAsync(new SimulatorOptions { Port = simulator.Url.Port }, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => SimulatorHost.StartAsync(new SimulatorOptions { Port = 70000 }, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => SimulatorHost.StartAsync(new SimulatorOptions { CallbackTimeout = TimeSpan.Zero }, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => SimulatorHost.StartAsync(new SimulatorOptions { PresetFeeUrl = new Uri("ftp://x.example/") }, Stop));
    }

    [Fact]
    public async Task Disposing_ends_held_requests_and_the_journal_stream()
    {
        var simulator = await SimulatorHost.StartAsync(
            new SimulatorOptions { Clock = SimulatorClock.Real(), Scenario = ScenarioCatalogue.Find("long-queue")! }, Stop);
        using var customer = await Customer.SignedInAsync(simulator);
        await customer.CreateCallAsync();
        await customer.PollCallAsync();
        var poll = customer.PollCallAsync();
        await Task.Delay(100, Stop);
        var journal = Task.Run(async () =>
        {
            await foreach (var _ in simulator.FollowJournalAsync(Stop))
            {
            }
        }, Stop);

        await simulator.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5), Stop);
        await Assert.ThrowsAnyAsync<Exception>(() => poll.WaitAsync(TimeSpan.FromSeconds(5), Stop));
        await journal.WaitAsync(TimeSpan.FromSeconds(5), Stop);
    }

    [Fact]
    public void Every_scenario_that_the_demo_needs_is_there()
    {
        string[] needed =
        [
            "text-then-call", "voice-only", "token-expires-mid-poll", "three-failing-polls", "verification-call", "voice-notification", "merged-fee",
            "agent-video", "third-party", "cut-connection", "truncated-json", "rotated-token", "repeated-callback", "late-callback", "sse-drop",
        ];
        Assert.Empty(needed.Except(ScenarioCatalogue.All.Select(static scenario => scenario.Name)));
        Assert.Equal(ScenarioCatalogue.All.Count, ScenarioCatalogue.All.Select(static scenario => scenario.Name).Distinct().Count());
    }
}
