namespace Benchmarks.Streams;

/// <summary>An event of the video signalling, as someone writes it by hand.</summary>
internal abstract record VideoEvent;

internal sealed record CallEvent(CallEventKind Kind, CallData Data) : VideoEvent;

internal sealed record StateChanged(AgentState State) : VideoEvent;

internal sealed record CommandFailed(int? Code) : VideoEvent;

/// <summary>An event that this program does not know.</summary>
internal sealed record OtherEvent(string Type) : VideoEvent;

internal sealed record CallData(string? Sid, int? MsgType);

internal enum CallEventKind
{
    IncomingCall,
    RecoveryCall,
    Hangup,
    HandOver,
    ThirdParty,
}

internal enum AgentState
{
    Unknown,
    Disconnected,
    Ready,
    Leave,
    Wait,
    Busy,
}
