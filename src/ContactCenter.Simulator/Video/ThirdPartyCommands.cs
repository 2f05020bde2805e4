namespace ContactCenter.Simulator.Video;

/// <summary>Adding another agent to a call.</summary>
internal static class ThirdPartyCommands
{
    private const string News = "ADD_CALL";

    public static CommandResult Ask(VideoPlatform platform, Agent agent, VideoCommand command)
    {
        if (Invitations.CallLedBy(platform, agent, command) is not { } call)
            return CommandResult.Failed;
        if (call.Joining is not null || call.Third is not null)
        {
            // No code says that a request to join is running or that a third person is there.
            platform.Fail(agent, VideoCodes.BackFailed);
            return CommandResult.Failed;
        }

        if (Invitations.TargetOf(platform, agent, command) is not { } target)
            return CommandResult.Failed;

        var invitation = new Invitation(agent, target);
        call.Joining = invitation;
        platform.Tell(target, News, call.Sid, VideoCodes.JoiningAsked);
        Invitations.Watch(platform, invitation, () => call.Joining = null);
        return CommandResult.Done;
    }

    public static CommandResult Cancel(VideoPlatform platform, Agent agent, VideoCommand command)
    {
        if (Invitations.CallLedBy(platform, agent, command) is not { } call)
            return CommandResult.Failed;
        if (call.Joining is not { } invitation || invitation.Target.Account != command.Newer)
        {
            platform.Fail(agent, call.Third?.Account == command.Newer ? VideoCodes.BackTargetAccepted : VideoCodes.BackNotInUse);
            return CommandResult.Failed;
        }

        Settle(call, invitation);
        platform.Tell(invitation.Target, News, call.Sid, VideoCodes.JoiningWithdrawn);
        return CommandResult.Done;
    }

    public static CommandResult Accept(VideoPlatform platform, Agent agent, VideoCommand command)
    {
        if (Asked(platform, agent, command) is not { } call)
            return CommandResult.Failed;

        Settle(call, call.Joining!);
        call.Third = agent;
        platform.Tell(call.Lead, News, call.Sid, VideoCodes.JoiningAccepted);
        platform.Tell(call.Lead, News, call.Sid, VideoCodes.StreamAfterJoining);
        platform.Tell(agent, News, call.Sid, VideoCodes.StreamAfterJoining);
        platform.SetState(agent, "busy");
        return CommandResult.Done;
    }

    public static CommandResult Refuse(VideoPlatform platform, Agent agent, VideoCommand command)
    {
        if (Asked(platform, agent, command) is not { } call)
            return CommandResult.Failed;

        Settle(call, call.Joining!);
        platform.Tell(call.Lead, News, call.Sid, VideoCodes.JoiningRejected);
        return CommandResult.Done;
    }

    public static CommandResult Remove(VideoPlatform platform, Agent agent, VideoCommand command)
    {
        if (Invitations.CallLedBy(platform, agent, command) is not { } call)
            return CommandResult.Failed;
        if (call.Third is not { } third || third.Account != command.Newer)
        {
            platform.Fail(agent, call.Joining is null ? VideoCodes.BackNotInUse : VideoCodes.BackTargetNotAnswered);
            return CommandResult.Failed;
        }

        // No code of its own for being removed; "left" is what both hear.
        Leave(platform, call);
        platform.Tell(third, News, call.Sid, VideoCodes.ThirdLeft);
        platform.SetState(third, "ready");
        return CommandResult.Done;
    }

    public static CommandResult Quit(VideoPlatform platform, Agent agent, VideoCommand command)
    {
        if (platform.Call(command.Sid) is not { } call || call.Third != agent)
            return CommandResult.Refused($"needs a call in which this agent is the third person, and the state is {agent.State}");

        Leave(platform, call);
        platform.SetState(agent, "ready");
        return CommandResult.Done;
    }

    private static void Leave(VideoPlatform platform, VideoCall call)
    {
        call.Third = null;
        platform.Tell(call.Lead, News, call.Sid, VideoCodes.ThirdLeft);
    }

    private static VideoCall? Asked(VideoPlatform platform, Agent agent, VideoCommand command)
    {
        if (platform.Call(command.Sid) is { Joining: { } invitation } call && invitation.Target == agent)
            return call;
        platform.Fail(agent, VideoCodes.BackTimedOut);
        return null;
    }

    private static void Settle(VideoCall call, Invitation invitation)
    {
        call.Joining = null;
        invitation.Settled.Ring();
    }
}
