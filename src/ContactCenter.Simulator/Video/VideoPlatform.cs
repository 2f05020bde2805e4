using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Simulator.Contracts;
using ContactCenter.Simulator.Hosting;
using ContactCenter.Simulator.Journal;
using ContactCenter.Simulator.Scenarios;

namespace ContactCenter.Simulator.Video;

/// <summary>The agents and their calls. Safe to use from several threads.</summary>
internal sealed class VideoPlatform(World world)
{
    /// <summary>A picture of one pixel.</summary>
    private const string Picture =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    private static readonly IReadOnlyDictionary<string, ContractPlace> Messages =
        AsyncApiOperations.MessageSchemas(SimulatedSystem.Video, VideoOperations.Events);

    private readonly Dictionary<string, Agent> _agents = new(StringComparer.Ordinal);
    private readonly List<VideoCall> _calls = [];
    private readonly HashSet<CustomerStep> _stepsTaken = [];

    /// <summary>Guards agents and calls; commands of several agents touch the same call.</summary>
    public Lock Gate { get; } = new();

    public World World => world;

    public Agent AgentOf(string account)
    {
        lock (Gate)
        {
            if (!_agents.TryGetValue(account, out var agent))
                _agents[account] = agent = new Agent(account, _agents.Count + 1);
            return agent;
        }
    }

    /// <summary>Finds an agent without making one.</summary>
    public Agent? Find(string account) => _agents.GetValueOrDefault(account);

    /// <summary>Finds a call that is not over.</summary>
    public VideoCall? Call(string sid) => _calls.Find(call => call.Sid == sid && !call.IsOver);

    /// <summary>The call in which an agent is, if any.</summary>
    public VideoCall? CallOf(Agent agent) => _calls.Find(call => !call.IsOver && call.Participants.Contains(agent));

    /// <summary>Tells an agent about a call.</summary>
    public void Tell(Agent agent, string type, string sid, int code) =>
        Publish(agent, type, new JsonObject { ["sid"] = sid, ["msgType"] = code }, code);

    /// <summary>Tells an agent that an operation failed.</summary>
    public void Fail(Agent agent, int code) => Publish(agent, "HTTP_BACK", new JsonObject { ["code"] = code }, code);

    public void SetState(Agent agent, string state)
    {
        agent.State = state;
        Publish(agent, "STATE_CHANGE", new JsonObject { ["state"] = state }, null, state);
    }

    /// <summary>Sends a picture. UNKNOWN: the name of its member.</summary>
    public void SendPicture(Agent agent) => Publish(agent, "SNAPSHOT", new JsonObject { ["image"] = Picture }, null);

    /// <summary>Says that a call goes on, to a program that has lost its memory.</summary>
    public void Recover(Agent agent, VideoCall call) => Publish(agent, "RECOVERY_CALL", new JsonObject { ["sid"] = call.Sid }, null);

    /// <summary>Lets the customer do what the scenario says upon an operation; each step once.</summary>
    public void Trigger(string operation)
    {
        foreach (var step in world.Scenario.Video.Customer.Where(step => step.Upon == operation))
        {
            lock (Gate)
            {
                if (!_stepsTaken.Add(step))
                    continue;
            }

            _ = world.Clock.Start(() => ActAsync(step));
        }
    }

    /// <summary>Ends a call: all who are in it hear why, and are ready again.</summary>
    public void End(VideoCall call, int code, Agent? except = null)
    {
        call.IsOver = true;
        call.HandOver?.Settled.Ring();
        call.Joining?.Settled.Ring();
        foreach (var agent in call.Participants)
        {
            if (agent != except)
                Tell(agent, "INCOMING_CALL_HANGUP", call.Sid, code);
            SetState(agent, "ready");
        }

        // UNKNOWN: the name of the member with the address.
        if (call.IsAnswered)
        {
            Publish(
                call.Lead, "VIDEOTAPE",
                new JsonObject { ["sid"] = call.Sid, ["msgType"] = VideoCodes.Recording, ["url"] = $"https://recordings.example/{call.Sid}.mp4" },
                VideoCodes.Recording);
        }
    }

    private async Task ActAsync(CustomerStep step)
    {
        try
        {
            await world.Clock.NapAsync(step.After, drives: true, bell: null, world.Simulator.Stopping.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        lock (Gate)
            Act(step.Action);
    }

    private void Act(CustomerAction action)
    {
        if (action == CustomerAction.Calls)
        {
            CallSomeone();
            return;
        }

        if (_calls.FindLast(static call => !call.IsOver) is not { } call)
        {
            world.Note(SimulatedSystem.Video, "customer", "does nothing: there is no call");
            return;
        }

        switch (action)
        {
            case CustomerAction.HangsUp:
                End(call, VideoCodes.CustomerHungUp);
                break;
            case CustomerAction.GoesOffline:
                End(call, VideoCodes.CustomerOffline);
                break;
            case CustomerAction.SessionEnds:
                End(call, VideoCodes.SessionEndedByItself);
                break;
            case CustomerAction.UploadsPicture:
                // The source assigns no event to 50204; SNAPSHOT is ASSUMED.
                Publish(call.Lead, "SNAPSHOT", new JsonObject { ["msgType"] = VideoCodes.PictureUploaded, ["image"] = Picture }, VideoCodes.PictureUploaded);
                break;
            case CustomerAction.ProgramFails:
                Publish(call.Lead, "EXE_EVENT", new JsonObject { ["message"] = "The video program does not answer." }, null);
                break;
        }
    }

    private void CallSomeone()
    {
        var agent = _agents.Values.OrderBy(static agent => agent.Number).FirstOrDefault(static agent => agent is { State: "ready", IsListening: true });
        if (agent is null)
        {
            world.Note(SimulatedSystem.Video, "customer", "reaches nobody: no agent is ready");
            return;
        }

        var call = new VideoCall(string.Create(CultureInfo.InvariantCulture, $"sid-{world.NextNumber()}"), agent);
        _calls.Add(call);
        Tell(agent, "INCOMING_CALL", call.Sid, VideoCodes.CustomerCalls);
        SetState(agent, "wait");
    }

    private void Publish(Agent agent, string type, JsonObject data, int? code, string? detail = null)
    {
        var message = new JsonObject { ["type"] = type, ["data"] = data };
        using var json = JsonSerializer.SerializeToDocument(message);
        foreach (var fault in SchemaCheck.OpenEnums.Check(Messages[type], json.RootElement))
        {
            world.Simulator.Records.Keep(
                ViolationSide.Simulator, SimulatedSystem.Video, VideoOperations.Events, $"event#{fault.Pointer}", fault.Message, fault.Rule);
        }

        agent.Publish(message.ToJsonString());
        var what = detail ?? code?.ToString(CultureInfo.InvariantCulture);
        world.Note(SimulatedSystem.Video, VideoOperations.Events, $"agent {agent.Number}: {type}{(what is null ? "" : $" {what}")}");
    }
}
