using System.Net;
using ContactCenter.Simulator.Tests.Support;
using ContactCenter.Simulator.Time;

namespace ContactCenter.Simulator.Tests.Video;

public sealed class EventStreamTests
{
    [Fact]
    public async Task A_stream_has_ids_a_retry_time_and_a_call()
    {
        await using var simulator = await Play.ScenarioAsync("agent-video");
        using var agent = new AgentProgram(simulator, "first@example.com");
        using var response = await agent.OpenAsync(null);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        var lines = new List<string>();
        while (lines.Count(static line => line.Length == 0) < 3)
            lines.Add((await reader.ReadLineAsync(TestContext.Current.CancellationToken))!);
        Assert.Equal(
            [
                "retry: 500", "",
                "id: 1", """data: {"type":"STATE_CHANGE","data":{"state":"ready"}}""", "",
                "id: 2", """data: {"type":"INCOMING_CALL","data":{"sid":"sid-1","msgType":50200}}""", "",
            ],
            lines);
        simulator.AssertKeepsContracts();
    }

    [Fact]
    public async Task A_cut_stream_is_resumed_after_the_last_event_id()
    {
        await using var simulator = await Play.ScenarioAsync("sse-drop");
        using var agent = await AgentProgram.ListeningAsync(simulator, "first@example.com");
        Assert.Equal(["STATE_CHANGE ready", "INCOMING_CALL 50200"], await agent.NextAsync(2));
        Assert.Null(await agent.NextAsync());

        await agent.ListenAsync(agent.LastEventId);
        Assert.Equal(["STATE_CHANGE wait"], await agent.NextAsync(1));
        Assert.Equal("3", agent.LastEventId);
        Assert.Contains("events: agent 1: listens again", simulator.Lines());
    }

    [Fact]
    public async Task Without_a_last_event_id_a_program_that_lost_its_memory_hears_that_the_call_goes_on()
    {
        await using var simulator = await Play.ScenarioAsync("sse-drop");
        using var agent = await AgentProgram.ListeningAsync(simulator, "first@example.com");
        await agent.NextAsync(2);
        Assert.Null(await agent.NextAsync());
        await simulator.UntilAsync(static entry => entry.Outcome.EndsWith("STATE_CHANGE wait", StringComparison.Ordinal));

        await agent.ListenAsync();
        Assert.Equal("sid-1", (await agent.UntilAsync("RECOVERY_CALL"))["data"]!["sid"]!.ToString());
        simulator.AssertKeepsContracts();
    }

    [Fact]
    public async Task A_silent_stream_gets_heartbeats()
    {
        await using var simulator = await Play.ScenarioAsync("missed-video-call");
        using var agent = new AgentProgram(simulator, "first@example.com");
        using var response = await agent.OpenAsync(null);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        var heartbeats = 0;
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("INCOMING_CALL", StringComparison.Ordinal))
            heartbeats += line == ": heartbeat" ? 1 : 0;
        Assert.Equal(2, heartbeats);
    }

    [Fact]
    public async Task The_customer_goes_offline_before_the_answer()
    {
        await using var simulator = await Play.ScenarioAsync("missed-video-call");
        using var agent = await AgentProgram.ListeningAsync(simulator, "first@example.com");
        Assert.Equal(
            ["STATE_CHANGE ready", "INCOMING_CALL 50200", "STATE_CHANGE wait", "INCOMING_CALL_HANGUP 30019", "STATE_CHANGE ready"],
            await agent.NextAsync(5));
    }

    [Fact]
    public async Task Heartbeats_alone_do_not_move_time()
    {
        await using var simulator = await Play.ScenarioAsync(new Scenarios.Scenario { Name = "silent", Summary = "", Video = new() { Customer = [] } });
        using var agent = await AgentProgram.ListeningAsync(simulator, "first@example.com");
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Equal(TimeSpan.Zero, ((VirtualClock)simulator.Clock).Elapsed);
    }

    [Fact]
    public async Task Without_an_account_there_is_no_stream_and_the_single_slash_is_another_path()
    {
        await using var simulator = await SimulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = simulator.Url };
        using var nobody = await http.GetAsync("/zzlp01//push-client/events", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);

        using var other = await http.GetAsync("/zzlp01/push-client/events", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.Contains("/zzlp01//push-client/events", await other.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_does_not_name_agents()
    {
        await using var simulator = await Play.ScenarioAsync("agent-video");
        using var agent = await AgentProgram.ListeningAsync(simulator, "first@example.com");
        await agent.NextAsync(3);
        Assert.DoesNotContain("first@example.com", string.Join('\n', simulator.Journal), StringComparison.Ordinal);
    }
}
