namespace ContactCenter.Simulator.Video;

/// <summary>What hand-overs and third persons have in common: one agent asks another one.</summary>
internal static class Invitations
{
    /// <summary>Finds the agent who may be asked.</summary>
    /// <returns>The agent; null when the asker has been told why not.</returns>
    public static Agent? TargetOf(VideoPlatform platform, Agent asker, VideoCommand command)
    {
        if (command.Newer == asker.Account)
            platform.Fail(asker, VideoCodes.BackHandOverToOneself);
        else if (platform.Find(command.Newer) is not { IsListening: true } target)
            platform.Fail(asker, VideoCodes.BackAgentNotFetched);
        else if (target.State != "ready")
            platform.Fail(asker, VideoCodes.BackAgentBusy);
        else
            return target;
        return null;
    }

    /// <summary>Finds the answered call that an agent leads.</summary>
    /// <returns>The call; null when the agent has been told that there is none.</returns>
    public static VideoCall? CallLedBy(VideoPlatform platform, Agent agent, VideoCommand command)
    {
        if (platform.Call(command.Sid) is { IsAnswered: true } call && call.Lead == agent)
            return call;
        platform.Fail(agent, VideoCodes.BackSessionEnded);
        return null;
    }

    /// <summary>Lets an invitation end unanswered when the asked agent takes too long.</summary>
    /// <param name="platform">The agents and calls.</param>
    /// <param name="invitation">The invitation.</param>
    /// <param name="expire">Takes it off the call.</param>
    public static void Watch(VideoPlatform platform, Invitation invitation, Action expire)
    {
        var world = platform.World;
        _ = world.Clock.Start(async () =>
        {
            // Passive: in virtual time nobody must run out of patience because the clock is impatient.
            var settled = await world.Clock.NapAsync(
                world.Scenario.Video.Invitation, drives: false, invitation.Settled, world.Simulator.Stopping.Token);
            if (settled)
                return;

            lock (platform.Gate)
            {
                expire();
                platform.Fail(invitation.Asker, VideoCodes.BackTimedOut);
            }
        });
    }
}
