using System.Net;
using ContactCenter.Simulator.Contracts;
using ContactCenter.Simulator.Scenarios;
using ContactCenter.Simulator.Tests.Support;

namespace ContactCenter.Simulator.Tests.Video;

public sealed class AgentTests
{
    private static readonly Scenario Silent = new() { Name = "silent", Summary = "", Video = new() { Customer = [] } };

    [Fact]
    public async Task An_agent_rests_and_comes_back()
    {
        await using var simulator = await Play.ScenarioAsync(Silent);
        using var agent = await AgentProgram.ListeningAsync(simulator, "first@example.com");
        await agent.NextAsync(1);

        Assert.Equal(HttpStatusCode.NoContent, (await agent.CommandAsync("rest", null, "dispatch")).Status);
        Assert.Equal("leave", await agent.StateAsync());
        var refused = await agent.CommandAsync("rest", null, "dispatch");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("is allowed in state ready only, and the state is leave", refused["message"], StringComparison.Ordinal);

        await agent.CommandAsync("back", null, "dispatch");
        Assert.Equal(["STATE_CHANGE leave", "STATE_CHANGE ready"], await agent.NextAsync(2));
    }

    [Fact]
    public async Task An_agent_answers_takes_a_picture_and_hangs_up()
    {
        await using var simulator = await Play.ScenarioAsync("everyday");
        using var agent = await AgentProgram.ListeningAsync(simulator, "first@example.com");
        var sid = await RingingAsync(agent);
        Assert.Equal(HttpStatusCode.Conflict, (await agent.SidAsync("hangUp", sid)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await agent.CommandAsync("snapshot", "{}")).Status);

        Assert.Equal(HttpStatusCode.NoContent, (await agent.SidAsync("answer", sid)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await agent.SidAsync("refuse", sid)).Status);
        await agent.CommandAsync("snapshot", """{"type":"player"}""");
        await agent.CommandAsync("reconnect", null);
        await agent.SidAsync("hangUp", sid);
        Assert.Equal(["STATE_CHANGE wait", "STATE_CHANGE busy", "SNAPSHOT", "STATE_CHANGE ready", "VIDEOTAPE 50203"], await agent.NextAsync(5));
        simulator.AssertKeepsContracts();
    }

    [Fact]
    public async Task An_agent_refuses_a_call()
    {
        await using var simulator = await Play.ScenarioAsync("everyday");
        using var agent = await AgentProgram.ListeningAsync(simulator, "first@example.com");
        var sid = await RingingAsync(agent);
        await agent.SidAsync("refuse", sid);
        Assert.Equal(["STATE_CHANGE wait", "STATE_CHANGE ready"], await agent.NextAsync(2));
    }

    [Fact]
    public async Task A_program_fails_a_picture_comes_and_the_session_ends()
    {
        await using var simulator = await Play.ScenarioAsync("video-program-fault");
        using var agent = await AgentProgram.ListeningAsync(simulator, "first@example.com");
        await agent.SidAsync("answer", await RingingAsync(agent));
        Assert.Equal(
            ["STATE_CHANGE wait", "STATE_CHANGE busy", "EXE_EVENT", "SNAPSHOT 50204", "INCOMING_CALL_HANGUP 30000", "STATE_CHANGE ready", "VIDEOTAPE 50203"],
            await agent.NextAsync(7));
        simulator.AssertKeepsContracts();
    }

    [Theory]
    [InlineData("answer", "{}", "body#/sid is required and missing")]
    [InlineData("askChangePerson", """{"sid":"s"}""", "body#/newer is required and missing")]
    [InlineData("snapshot", """{"type":"both"}""", "body#/type is none of the documented values")]
    [InlineData("hangUp", """{"sid":1}""", "body#/sid is number and must be string")]
    public async Task A_wrong_command_is_told_where_it_is_wrong(string command, string body, string expected)
    {
        await using var simulator = await Play.ScenarioAsync(Silent);
        using var agent = new AgentProgram(simulator, "first@example.com");
        var reply = await agent.CommandAsync(command, body);
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.StartsWith(expected, reply["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_of_the_contract_is_obeyed_or_refused_but_never_unknown()
    {
        await using var simulator = await Play.ScenarioAsync(Silent);
        using var agent = await AgentProgram.ListeningAsync(simulator, "first@example.com");
        foreach (var operation in ContractCatalogue.All.Operations.Where(static operation => operation is { System: SimulatedSystem.Video, Method: "POST" }))
        {
            var server = operation.Path.Contains("/dispatch/", StringComparison.Ordinal) ? "dispatch" : "rtv";
            var reply = await agent.CommandAsync(operation.Id, operation.Body is null ? null : """{"sid":"none","newer":"second@example.com"}""", server);
            Assert.True(reply.Status is HttpStatusCode.NoContent or HttpStatusCode.Conflict, $"{operation.Id}: {reply.Status}");
        }

        simulator.AssertKeepsContracts();
    }

    private static async Task<string> RingingAsync(AgentProgram agent) => (await agent.UntilAsync("INCOMING_CALL"))["data"]!["sid"]!.ToString();
}
