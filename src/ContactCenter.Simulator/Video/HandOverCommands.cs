namespace ContactCenter.Simulator.Video;

/// <summary>Giving a call to another agent.</summary>
internal static class HandOverCommands
{
    private const string News = "EXCHANGE_CALL";

    public static CommandResult Ask(VideoPlatform platform, Agent agent, VideoCommand command)
    {
        if (Invitations.CallLedBy(platform, agent, command) is not { } call)
            return CommandResult.Failed;
        if (call.HandOver is not null)
        {
            platform.Fail(agent, VideoCodes.BackHandOverRunning);
            return CommandResult.Failed;
        }

        if (Invitations.TargetOf(platform, agent, command) is not { } target)
            return CommandResult.Failed;

        var invitation = new Invitation(agent, target);
        call.HandOver = invitation;
        platform.Tell(target, News, call.Sid, VideoCodes.HandOverAsked);
        Invitations.Watch(platform, invitation, () => call.HandOver = null);
        return CommandResult.Done;
    }

    public static CommandResult Cancel(VideoPlatform platform, Agent agent, VideoCommand command)
    {
        // After the hand-over was accepted the call belongs to the other agent.
        if (platform.Call(command.Sid) is { HandOver: null } taken && taken.Lead != agent)
        {
            platform.Fail(agent, VideoCodes.BackTargetAccepted);
            return CommandResult.Failed;
        }

        if (Invitations.CallLedBy(platform, agent, command) is not { } call)
            return CommandResult.Failed;
        if (call.HandOver is not { } invitation || invitation.Target.Account != command.Newer)
        {
            platform.Fail(agent, VideoCodes.BackNotInUse);
            return CommandResult.Failed;
        }

        Settle(call, invitation);
        platform.Tell(invitation.Target, News, call.Sid, VideoCodes.HandOverWithdrawn);
        return CommandResult.Done;
    }

    public static CommandResult Accept(VideoPlatform platform, Agent agent, VideoCommand command)
    {
        if (Asked(platform, agent, command) is not { } call)
            return CommandResult.Failed;

        var asker = call.HandOver!.Asker;
        Settle(call, call.HandOver);
        call.Lead = agent;
        platform.Tell(asker, News, call.Sid, VideoCodes.HandOverAccepted);
        platform.SetState(asker, "ready");
        platform.Tell(agent, News, call.Sid, VideoCodes.StreamAfterHandOver);
        platform.SetState(agent, "busy");
        return CommandResult.Done;
    }

    public static CommandResult Refuse(VideoPlatform platform, Agent agent, VideoCommand command)
    {
        if (Asked(platform, agent, command) is not { } call)
            return CommandResult.Failed;

        var asker = call.HandOver!.Asker;
        Settle(call, call.HandOver);
        platform.Tell(asker, News, call.Sid, VideoCodes.HandOverRejected);
        return CommandResult.Done;
    }

    private static VideoCall? Asked(VideoPlatform platform, Agent agent, VideoCommand command)
    {
        if (platform.Call(command.Sid) is { HandOver: { } invitation } call && invitation.Target == agent)
            return call;
        platform.Fail(agent, VideoCodes.BackTimedOut);
        return null;
    }

    private static void Settle(VideoCall call, Invitation invitation)
    {
        call.HandOver = null;
        invitation.Settled.Ring();
    }
}
