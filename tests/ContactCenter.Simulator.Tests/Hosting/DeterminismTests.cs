using ContactCenter.Simulator.Tests.Support;

namespace ContactCenter.Simulator.Tests.Hosting;

public sealed class DeterminismTests
{
    [Theory]
    [InlineData("text-then-call")]
    [InlineData("token-expires-mid-poll")]
    [InlineData("truncated-json")]
    public async Task Two_runs_of_a_call_give_equal_journals(string scenario) =>
        Assert.Equal(await CallAsync(scenario), await CallAsync(scenario));

    [Theory]
    [InlineData("verification-call")]
    [InlineData("merged-fee")]
    [InlineData("late-callback")]
    public async Task Two_runs_of_a_verification_call_give_equal_journals(string scenario) =>
        Assert.Equal(await VerifyAsync(scenario), await VerifyAsync(scenario));

    [Theory]
    [InlineData("agent-video")]
    [InlineData("sse-drop")]
    public async Task Two_runs_of_a_video_call_give_equal_journals(string scenario) =>
        Assert.Equal(await VideoAsync(scenario), await VideoAsync(scenario));

    private static async Task<string> VideoAsync(string scenario)
    {
        await using var simulator = await Play.ScenarioAsync(scenario);
        using var agent = await AgentProgram.ListeningAsync(simulator, "first@example.com");
        var sid = "";
        while (sid.Length == 0 || await agent.StateAsync() != "wait")
        {
            // A cut stream is opened again.
            if (await agent.NextAsync() is not { } next)
                await agent.ListenAsync(agent.LastEventId);
            else
                sid = next["data"]?["sid"]?.ToString() ?? sid;
        }

        await simulator.UntilAsync(static entry => entry.Outcome.EndsWith("STATE_CHANGE wait", StringComparison.Ordinal));
        await agent.SidAsync("answer", sid);
        await agent.CommandAsync("snapshot", "{}");
        await agent.SidAsync("hangUp", sid);
        await simulator.UntilAsync(static entry => entry.Outcome.Contains("VIDEOTAPE", StringComparison.Ordinal));

        // How often the test asked for the state depends on the speed of the machine.
        return string.Join('\n', simulator.Journal.Where(static entry => entry.Operation != "state").Select(static entry => entry with { Number = 0 }));
    }

    private static async Task<string> CallAsync(string scenario)
    {
        await using var simulator = await Play.ScenarioAsync(scenario);
        using var customer = await Customer.SignedInAsync(simulator);
        await customer.SendMessageAsync("CONNECT");
        await customer.PollChatAsync();
        await customer.CreateCallAsync();
        for (var poll = 0; poll < 8; poll++)
        {
            try
            {
                if ((await customer.PollCallAsync()).Status == System.Net.HttpStatusCode.Forbidden)
                {
                    customer.MessagingToken = "";
                    await customer.SignInAsync();
                }
            }
            catch (System.Text.Json.JsonException)
            {
                // The scenario truncates an answer.
            }
        }

        return string.Join('\n', simulator.Journal);
    }

    private static async Task<string> VerifyAsync(string scenario)
    {
        await using var simulator = await Play.ScenarioAsync(scenario);
        await using var application = await Application.StartAsync(simulator);
        await application.CallVerifyAsync();
        await simulator.UntilAsync(static entry => entry.Operation == "callFee");
        return string.Join('\n', simulator.Journal);
    }
}
