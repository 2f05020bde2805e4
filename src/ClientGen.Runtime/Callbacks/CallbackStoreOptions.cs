namespace ClientGen.Callbacks;

/// <summary>How long callbacks are remembered.</summary>
public sealed class CallbackStoreOptions
{
    /// <summary>How long a received callback is remembered: longer than the sender repeats.</summary>
    /// <value>1 minute to 30 days. Default 24 hours.</value>
    public TimeSpan RememberFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long a receiver may take before a repeated callback is given to another one.</summary>
    /// <value>1 second to 1 day. Default 5 minutes.</value>
    public TimeSpan ReceiveWithin { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Most callbacks that are remembered in memory; the oldest are forgotten first.</summary>
    /// <value>1 to 10,000,000. Default 100,000.</value>
    public int Capacity { get; set; } = 100_000;

    /// <summary>The clock.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal void Validate()
    {
        OptionChecks.Range(RememberFor, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30), nameof(RememberFor));
        OptionChecks.Range(ReceiveWithin, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1), nameof(ReceiveWithin));
        OptionChecks.Range(Capacity, 1, 10_000_000, nameof(Capacity));
        OptionChecks.Present(TimeProvider, nameof(TimeProvider));
    }
}
