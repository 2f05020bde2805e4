namespace ClientGen.Cli.Diff;

/// <summary>What a change means for somebody who calls the service with the old contract in mind.</summary>
internal enum Impact
{
    /// <summary>Nothing: what worked goes on working.</summary>
    Compatible,

    /// <summary>It depends on code or on the server; somebody has to look.</summary>
    Risky,

    /// <summary>What worked stops working.</summary>
    Breaking,
}

/// <summary>Which way a value travels.</summary>
[Flags]
internal enum Traffic
{
    /// <summary>Not on the wire.</summary>
    None = 0,

    /// <summary>From callers to the service.</summary>
    Sent = 1,

    /// <summary>From the service to callers.</summary>
    Received = 2,
}

/// <summary>What a change does to the set of values that are possible.</summary>
internal enum Shift
{
    /// <summary>Fewer values than before.</summary>
    Narrower,

    /// <summary>More values than before.</summary>
    Wider,

    /// <summary>Other values than before.</summary>
    Other,
}

/// <summary>What a shift means, by direction: the service may ask for less and give less, never more.</summary>
internal static class Shifts
{
    /// <summary>The impact of a shift.</summary>
    /// <param name="shift">What happened to the values.</param>
    /// <param name="traffic">One direction.</param>
    /// <param name="harm">What it means where it harms.</param>
    public static Impact In(this Shift shift, Traffic traffic, Impact harm = Impact.Breaking) => (shift, traffic) switch
    {
        (Shift.Narrower, Traffic.Received) or (Shift.Wider, Traffic.Sent) => Impact.Compatible,
        _ => harm,
    };
}
