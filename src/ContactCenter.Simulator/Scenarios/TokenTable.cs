namespace ContactCenter.Simulator.Scenarios;

/// <summary>How long tokens live.</summary>
public sealed record TokenTable
{
    /// <summary>Longest lifetime of an access token; a request for more gets this much.</summary>
    /// <value>1 hour by default, which is the limit of the real service.</value>
    public TimeSpan LongestAccess { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Lifetime of a messaging token.</summary>
    /// <value>1 hour by default.</value>
    public TimeSpan Messaging { get; init; } = TimeSpan.FromHours(1);
}
