using ContactCenter.Simulator.Scenarios;

namespace ContactCenter.Simulator.Messaging;

/// <summary>The events of the long poll as they are written on the wire.</summary>
internal static class MessagingCodes
{
    /// <summary>Number and text of an event, texts with their real misspellings.</summary>
    public static (int EventId, string Text) Event(CallStepKind kind) => kind switch
    {
        CallStepKind.Connected => (168101, "Call connected"),
        CallStepKind.Queued => (168102, "Call in queue"),
        CallStepKind.QueueTimedOut => (168103, "Call queue timeout"),
        CallStepKind.Failed => (168105, "Call failed"),
        CallStepKind.Transferred => (168106, "Call transfered"),
        CallStepKind.Released => (168110, "Call disconnected"),
        CallStepKind.Undocumented => (168104, "Call continue to poll events with unknown events"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
