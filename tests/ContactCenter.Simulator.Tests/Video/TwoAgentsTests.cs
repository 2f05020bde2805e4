using ContactCenter.Simulator.Scenarios;
using ContactCenter.Simulator.Tests.Support;
using ContactCenter.Simulator.Time;

namespace ContactCenter.Simulator.Tests.Video;

/// <summary>Hand-overs and third persons between two accounts.</summary>
public sealed class TwoAgentsTests
{
    private const string First = "first@example.com";
    private const string Second = "second@example.com";

    [Fact]
    public async Task A_call_is_handed_over_and_released_by_the_customer()
    {
        await using var scene = await Scene.InACallAsync("agent-video");
        await scene.Lead.InviteAsync("askChangePerson", scene.Sid, Second);
        Assert.Equal(["EXCHANGE_CALL 20100"], await scene.Other.NextAsync(1));

        await scene.Other.SidAsync("acceptChangePerson", scene.Sid);
        Assert.Equal(["EXCHANGE_CALL 20101", "STATE_CHANGE ready"], await scene.Lead.NextAsync(2));
        Assert.Equal(
            ["EXCHANGE_CALL 50201", "STATE_CHANGE busy", "INCOMING_CALL_HANGUP 30017", "STATE_CHANGE ready", "VIDEOTAPE 50203"],
            await scene.Other.NextAsync(5));
        scene.Simulator.AssertKeepsContracts();
    }

    [Fact]
    public async Task A_hand_over_is_refused_and_the_call_stays()
    {
        await using var scene = await Scene.InACallAsync("agent-video");
        await scene.Lead.InviteAsync("askChangePerson", scene.Sid, Second);
        await scene.Other.SidAsync("refuseChangePerson", scene.Sid);
        Assert.Equal(["EXCHANGE_CALL 20102"], await scene.Lead.NextAsync(1));
        Assert.Equal("busy", await scene.Lead.StateAsync());
    }

    [Fact]
    public async Task A_hand_over_is_withdrawn()
    {
        await using var scene = await Scene.InACallAsync("agent-video");
        await scene.Lead.InviteAsync("askChangePerson", scene.Sid, Second);
        await scene.Lead.InviteAsync("cancelChangePerson", scene.Sid, Second);
        Assert.Equal(["EXCHANGE_CALL 20100", "EXCHANGE_CALL 20103"], await scene.Other.NextAsync(2));

        await scene.Other.SidAsync("acceptChangePerson", scene.Sid);
        Assert.Equal(["HTTP_BACK 400006"], await scene.Other.NextAsync(1));
    }

    [Fact]
    public async Task Withdrawing_after_the_acceptance_fails()
    {
        await using var scene = await Scene.InACallAsync("third-party");
        await scene.Lead.InviteAsync("askChangePerson", scene.Sid, Second);
        await scene.Other.SidAsync("acceptChangePerson", scene.Sid);
        await scene.Lead.InviteAsync("cancelChangePerson", scene.Sid, Second);
        Assert.Equal(["EXCHANGE_CALL 20101", "STATE_CHANGE ready", "HTTP_BACK 400005"], await scene.Lead.NextAsync(3));
    }

    [Theory]
    [InlineData(First, "HTTP_BACK 400002")]
    [InlineData("nobody@example.com", "HTTP_BACK 300001")]
    public async Task A_hand_over_to_oneself_or_to_nobody_fails(string newer, string expected)
    {
        await using var scene = await Scene.InACallAsync("agent-video");
        await scene.Lead.InviteAsync("askChangePerson", scene.Sid, newer);
        Assert.Equal([expected], await scene.Lead.NextAsync(1));
    }

    [Fact]
    public async Task A_hand_over_to_an_agent_who_rests_or_while_another_runs_fails()
    {
        await using var scene = await Scene.InACallAsync("agent-video");
        await scene.Other.CommandAsync("rest", null, "dispatch");
        await scene.Lead.InviteAsync("askChangePerson", scene.Sid, Second);
        await scene.Other.CommandAsync("back", null, "dispatch");
        await scene.Lead.InviteAsync("askChangePerson", scene.Sid, Second);
        await scene.Lead.InviteAsync("askChangePerson", scene.Sid, Second);
        Assert.Equal(["HTTP_BACK 300003", "HTTP_BACK 400001"], await scene.Lead.NextAsync(2));
    }

    [Fact]
    public async Task An_invitation_that_nobody_answers_times_out()
    {
        await using var scene = await Scene.InACallAsync("agent-video");
        await scene.Lead.InviteAsync("askChangePerson", scene.Sid, Second);
        await ((VirtualClock)scene.Simulator.Clock).AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(["HTTP_BACK 400006"], await scene.Lead.NextAsync(1));
    }

    [Fact]
    public async Task A_third_person_joins_and_is_removed()
    {
        await using var scene = await Scene.InACallAsync("third-party");
        await scene.Lead.InviteAsync("removeAddPerson", scene.Sid, Second);
        await scene.Lead.InviteAsync("askAddPerson", scene.Sid, Second);
        await scene.Lead.InviteAsync("removeAddPerson", scene.Sid, Second);
        Assert.Equal(["HTTP_BACK 400004", "HTTP_BACK 400003"], await scene.Lead.NextAsync(2));

        await scene.Other.SidAsync("acceptAddPerson", scene.Sid);
        Assert.Equal(["ADD_CALL 20200", "ADD_CALL 50202", "STATE_CHANGE busy"], await scene.Other.NextAsync(3));
        Assert.Equal(["ADD_CALL 20201", "ADD_CALL 50202"], await scene.Lead.NextAsync(2));

        await scene.Lead.InviteAsync("removeAddPerson", scene.Sid, Second);
        Assert.Equal(["ADD_CALL 20203", "STATE_CHANGE ready"], await scene.Other.NextAsync(2));
        Assert.Equal(["ADD_CALL 20203", "INCOMING_CALL_HANGUP 30017"], await scene.Lead.NextAsync(2));
        scene.Simulator.AssertKeepsContracts();
    }

    [Fact]
    public async Task A_command_that_fails_does_not_make_the_customer_hang_up()
    {
        await using var scene = await Scene.InACallAsync("third-party");
        await scene.Lead.InviteAsync("removeAddPerson", scene.Sid, Second);
        await ((VirtualClock)scene.Simulator.Clock).AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("busy", await scene.Lead.StateAsync());
    }

    [Fact]
    public async Task A_third_person_leaves()
    {
        await using var scene = await Scene.InACallAsync("third-party");
        await scene.Lead.InviteAsync("askAddPerson", scene.Sid, Second);
        await scene.Other.SidAsync("acceptAddPerson", scene.Sid);
        await scene.Other.SidAsync("quitAddPerson", scene.Sid);
        Assert.Equal(["ADD_CALL 20201", "ADD_CALL 50202", "ADD_CALL 20203"], await scene.Lead.NextAsync(3));
        Assert.Equal("ready", await scene.Other.StateAsync());
    }

    [Fact]
    public async Task Joining_is_refused_or_withdrawn()
    {
        await using var scene = await Scene.InACallAsync("third-party");
        await scene.Lead.InviteAsync("askAddPerson", scene.Sid, Second);
        await scene.Other.SidAsync("refuseAddPerson", scene.Sid);
        await scene.Lead.InviteAsync("askAddPerson", scene.Sid, Second);
        await scene.Lead.InviteAsync("cancelAddPerson", scene.Sid, Second);
        await scene.Lead.InviteAsync("cancelAddPerson", scene.Sid, Second);
        Assert.Equal(["ADD_CALL 20202", "HTTP_BACK 400004"], await scene.Lead.NextAsync(2));
        Assert.Equal(["ADD_CALL 20200", "ADD_CALL 20200", "ADD_CALL 20204"], await scene.Other.NextAsync(3));
    }

    [Fact]
    public async Task When_the_lead_hangs_up_the_third_person_hears_it()
    {
        await using var scene = await Scene.InACallAsync("third-party");
        await scene.Lead.InviteAsync("askAddPerson", scene.Sid, Second);
        await scene.Other.SidAsync("acceptAddPerson", scene.Sid);
        await scene.Lead.SidAsync("hangUp", scene.Sid);
        Assert.Equal(
            ["ADD_CALL 20200", "ADD_CALL 50202", "STATE_CHANGE busy", "INCOMING_CALL_HANGUP 30025", "STATE_CHANGE ready"], await scene.Other.NextAsync(5));
        await scene.Lead.InviteAsync("askAddPerson", scene.Sid, Second);
        Assert.Contains("HTTP_BACK 100025", await scene.Lead.NextAsync(5));
    }

    /// <summary>Two agents who listen; the first one is in a call.</summary>
    private sealed class Scene(SimulatorHost simulator, AgentProgram lead, AgentProgram other, string sid) : IAsyncDisposable
    {
        public SimulatorHost Simulator { get; } = simulator;

        public AgentProgram Lead { get; } = lead;

        public AgentProgram Other { get; } = other;

        public string Sid { get; } = sid;

        public static async Task<Scene> InACallAsync(string scenario)
        {
            var simulator = await Play.ScenarioAsync(ScenarioCatalogue.Find(scenario)!);
            var lead = await AgentProgram.ListeningAsync(simulator, First);
            var other = await AgentProgram.ListeningAsync(simulator, Second);
            await other.NextAsync(1);
            var sid = (await lead.UntilAsync("INCOMING_CALL"))["data"]!["sid"]!.ToString();
            await lead.NextAsync(1);
            await lead.SidAsync("answer", sid);
            await lead.NextAsync(1);
            return new Scene(simulator, lead, other, sid);
        }

        public async ValueTask DisposeAsync()
        {
            Lead.Dispose();
            Other.Dispose();
            await Simulator.DisposeAsync();
        }
    }
}
