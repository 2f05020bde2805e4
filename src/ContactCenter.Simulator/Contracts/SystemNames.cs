namespace ContactCenter.Simulator.Contracts;

/// <summary>The systems in lower case, as journal and messages write them.</summary>
internal static class SystemNames
{
    public static string Name(this SimulatedSystem system) => system switch
    {
        SimulatedSystem.Fabric => "fabric",
        SimulatedSystem.Messaging => "messaging",
        SimulatedSystem.Rtc => "rtc",
        SimulatedSystem.Video => "video",
        _ => throw new ArgumentOutOfRangeException(nameof(system), system, null),
    };
}
