using ContactCenter.Simulator.Scenarios;
using ContactCenter.Simulator.Time;

namespace ContactCenter.Simulator.Rtc;

/// <summary>What a request for a call asked for, whichever operation it came through.</summary>
internal sealed record CallOrder
{
    public required string Application { get; init; }

    /// <summary>The course of the call, from the scenario.</summary>
    public required IReadOnlyList<CallMoment> Course { get; init; }

    /// <summary>The number that the first person called sees; events call it the caller.</summary>
    public required string Caller { get; init; }

    public required string Called { get; init; }

    /// <summary>The second person's number and the number that this person sees; null except for click2Call.</summary>
    public (string Display, string Number)? Second { get; init; }

    public string? UserData { get; init; }

    public Uri? StatusUrl { get; init; }

    public Uri? FeeUrl { get; init; }

    public bool IsRecorded { get; init; }

    /// <summary>Whether disconnect says who hung up.</summary>
    public bool TellsParty { get; init; }
}

/// <summary>A call under way or over.</summary>
internal sealed class RtcCall(string sessionId, CallOrder order)
{
    public string SessionId { get; } = sessionId;

    public CallOrder Order { get; } = order;

    /// <summary>Rings when callStop ends the call.</summary>
    public Doorbell Stop { get; } = new();

    public bool IsOver { get; set; }

    /// <summary>When each step happened, for the fee record; a step that happens twice belongs to the first and the second person.</summary>
    public List<(string EventType, DateTimeOffset Time)> Course { get; } = [];

    /// <summary>The keys that were pressed.</summary>
    public List<string> Digits { get; } = [];

    /// <summary>When a step happened.</summary>
    /// <param name="eventType">The step.</param>
    /// <param name="leg">0 for the first person, 1 for the second.</param>
    public DateTimeOffset? TimeOf(string eventType, int leg) =>
        Course.Where(step => step.EventType == eventType).Skip(leg).Select(static step => (DateTimeOffset?)step.Time).FirstOrDefault();
}
