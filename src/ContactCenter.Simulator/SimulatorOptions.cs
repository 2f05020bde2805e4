using ContactCenter.Simulator.Scenarios;
using ContactCenter.Simulator.Time;

namespace ContactCenter.Simulator;

/// <summary>How a simulator is set up.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The TCP port on this machine.</summary>
    /// <value>0 to 65535; 0, the default, takes a free one.</value>
    public int Port { get; init; }

    /// <summary>The scenario for requests that do not choose one.</summary>
    /// <value>The scenario "everyday" by default.</value>
    public Scenario Scenario { get; init; } = ScenarioCatalogue.Everyday;

    /// <summary>Scenarios beside those of <see cref="ScenarioCatalogue"/>, which can be chosen by name; they win over equal names there.</summary>
    public IReadOnlyList<Scenario> MoreScenarios { get; init; } = [];

    /// <summary>The time in which the simulator lives.</summary>
    /// <value>Null, the default, makes a <see cref="VirtualClock"/>. <see cref="SimulatorClock.Real"/> waits like the real systems. The simulator
    /// disposes of the clock that it made, not of one given here.</value>
    public SimulatorClock? Clock { get; init; }

    /// <summary>The applications that may call: application id and secret.</summary>
    /// <value>One application by default: <c>example-app-key</c> with <c>example-app-secret</c>.</value>
    public IReadOnlyDictionary<string, string> Applications { get; init; } =
        new Dictionary<string, string> { ["example-app-key"] = "example-app-secret" };

    /// <summary>How far the time of a signature may be from the simulator's clock.</summary>
    /// <value>Null by default: it is not checked, since the limit of the real service is unknown and the clock may be virtual.</value>
    public TimeSpan? SignatureSkew { get; init; }

    /// <summary>Where status events go when a request names no statusUrl, as if preset in the console.</summary>
    public Uri? PresetStatusUrl { get; init; }

    /// <summary>Where fee events go when a request names no feeUrl, as if preset in the console.</summary>
    public Uri? PresetFeeUrl { get; init; }

    /// <summary>How long the simulator waits for an application's server to answer a callback, in real time.</summary>
    /// <value>More than zero; 10 seconds by default.</value>
    public TimeSpan CallbackTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Throws when a value is out of its range.</summary>
    /// <exception cref="ArgumentException">An option is wrong; the message names it.</exception>
    internal void Validate()
    {
        if (Port is < 0 or > 65535)
            throw new ArgumentException($"Port is {Port} and must be 0 to 65535.");
        if (CallbackTimeout <= TimeSpan.Zero)
            throw new ArgumentException($"CallbackTimeout is {CallbackTimeout} and must be more than zero.");
        if (SignatureSkew < TimeSpan.Zero)
            throw new ArgumentException($"SignatureSkew is {SignatureSkew} and must not be negative.");
        foreach (var url in new[] { PresetStatusUrl, PresetFeeUrl })
        {
            if (url is not null && !(url.IsAbsoluteUri && url.Scheme is "http" or "https"))
                throw new ArgumentException($"{url} is no absolute http or https URL.");
        }
    }
}
