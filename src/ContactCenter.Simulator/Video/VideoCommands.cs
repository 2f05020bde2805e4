using ContactCenter.Simulator.Contracts;

namespace ContactCenter.Simulator.Video;

/// <summary>A command of an agent.</summary>
/// <param name="Name">The operation.</param>
/// <param name="Sid">The call; empty for commands without one.</param>
/// <param name="Newer">Account of the other agent; empty for commands without one.</param>
internal sealed record VideoCommand(string Name, string Sid, string Newer);

/// <summary>What the commands of agents do.</summary>
internal static class VideoCommands
{
    /// <summary>Does what a command says.</summary>
    public static CommandResult Obey(VideoPlatform platform, Agent agent, VideoCommand command)
    {
        lock (platform.Gate)
        {
            return command.Name switch
            {
                VideoOperations.Rest => Move(platform, agent, "ready", "leave"),
                VideoOperations.Back => Move(platform, agent, "leave", "ready"),
                VideoOperations.Answer => Answer(platform, agent, command.Sid),
                VideoOperations.Refuse => Refuse(platform, agent, command.Sid),
                VideoOperations.HangUp => HangUp(platform, agent, command.Sid),
                VideoOperations.Snapshot => Snapshot(platform, agent),
                VideoOperations.Reconnect => CommandResult.Done,
                VideoOperations.AskChangePerson => HandOverCommands.Ask(platform, agent, command),
                VideoOperations.CancelChangePerson => HandOverCommands.Cancel(platform, agent, command),
                VideoOperations.AcceptChangePerson => HandOverCommands.Accept(platform, agent, command),
                VideoOperations.RefuseChangePerson => HandOverCommands.Refuse(platform, agent, command),
                VideoOperations.AskAddPerson => ThirdPartyCommands.Ask(platform, agent, command),
                VideoOperations.CancelAddPerson => ThirdPartyCommands.Cancel(platform, agent, command),
                VideoOperations.RemoveAddPerson => ThirdPartyCommands.Remove(platform, agent, command),
                VideoOperations.AcceptAddPerson => ThirdPartyCommands.Accept(platform, agent, command),
                VideoOperations.RefuseAddPerson => ThirdPartyCommands.Refuse(platform, agent, command),
                VideoOperations.QuitAddPerson => ThirdPartyCommands.Quit(platform, agent, command),
                _ => throw new InvalidOperationException($"The simulator does not know the command {command.Name}."),
            };
        }
    }

    private static CommandResult Move(VideoPlatform platform, Agent agent, string from, string to)
    {
        if (agent.State != from)
            return CommandResult.Refused($"is allowed in state {from} only, and the state is {agent.State}");
        platform.SetState(agent, to);
        return CommandResult.Done;
    }

    private static CommandResult Answer(VideoPlatform platform, Agent agent, string sid)
    {
        if (Waiting(platform, agent, sid) is not { } call)
            return NotInState("wait", agent);
        call.IsAnswered = true;
        platform.SetState(agent, "busy");
        return CommandResult.Done;
    }

    private static CommandResult Refuse(VideoPlatform platform, Agent agent, string sid)
    {
        if (Waiting(platform, agent, sid) is not { } call)
            return NotInState("wait", agent);
        platform.End(call, VideoCodes.SessionEnded, except: agent);
        return CommandResult.Done;
    }

    private static CommandResult HangUp(VideoPlatform platform, Agent agent, string sid)
    {
        if (platform.Call(sid) is not { IsAnswered: true } call || call.Lead != agent || agent.State != "busy")
            return NotInState("busy", agent);
        platform.End(call, VideoCodes.SessionEnded, except: agent);
        return CommandResult.Done;
    }

    private static CommandResult Snapshot(VideoPlatform platform, Agent agent)
    {
        if (agent.State != "busy")
            return NotInState("busy", agent);
        platform.SendPicture(agent);
        return CommandResult.Done;
    }

    private static VideoCall? Waiting(VideoPlatform platform, Agent agent, string sid) =>
        agent.State == "wait" && platform.Call(sid) is { IsAnswered: false } call && call.Lead == agent ? call : null;

    private static CommandResult NotInState(string needed, Agent agent) =>
        CommandResult.Refused($"needs a call of this agent in state {needed}, and the state is {agent.State}");
}
