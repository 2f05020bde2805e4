using ContactCenter.Simulator.Time;

namespace ContactCenter.Simulator.Video;

/// <summary>A customer's video call.</summary>
internal sealed class VideoCall(string sid, Agent lead)
{
    public string Sid { get; } = sid;

    /// <summary>The agent who leads the call; a hand-over changes it.</summary>
    public Agent Lead { get; set; } = lead;

    /// <summary>The third person, once connected.</summary>
    public Agent? Third { get; set; }

    public bool IsAnswered { get; set; }

    public bool IsOver { get; set; }

    /// <summary>The hand-over that waits for an answer.</summary>
    public Invitation? HandOver { get; set; }

    /// <summary>The request to join that waits for an answer.</summary>
    public Invitation? Joining { get; set; }

    public IEnumerable<Agent> Participants => Third is null ? [Lead] : [Lead, Third];
}

/// <summary>A request of one agent to another that waits for an answer.</summary>
/// <param name="Asker">Who asked.</param>
/// <param name="Target">Who was asked.</param>
internal sealed record Invitation(Agent Asker, Agent Target)
{
    /// <summary>Rings when the invitation is answered or withdrawn, so that it does not time out.</summary>
    public Doorbell Settled { get; } = new();
}
