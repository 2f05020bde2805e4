namespace ContactCenter.Simulator;

/// <summary>The systems that the simulator stands in for.</summary>
public enum SimulatedSystem
{
    /// <summary>API Fabric: access tokens.</summary>
    Fabric,

    /// <summary>CC-Messaging: text chat and click-to-call.</summary>
    Messaging,

    /// <summary>RTC voice: verification calls, connected calls, announcements, and their callbacks.</summary>
    Rtc,

    /// <summary>Video signalling: an agent's event stream and commands.</summary>
    Video,
}
