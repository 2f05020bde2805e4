using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>Where the options of a standard handler keep its limits.</summary>
/// <param name="Options">The type of the options.</param>
/// <param name="Attempt">The time-out of an attempt.</param>
/// <param name="Total">The time-out of the whole request.</param>
/// <param name="Sampling">The sampling of the circuit breaker.</param>
internal sealed record OptionPaths(string Options, StrategyPath Attempt, StrategyPath Total, string Sampling)
{
    private static readonly OptionPaths Resilience = new("HttpStandardResilienceOptions", new("AttemptTimeout"), new("TotalRequestTimeout"), "CircuitBreaker.SamplingDuration");

    private static readonly OptionPaths Hedging = new("HttpStandardHedgingResilienceOptions", new("Endpoint.Timeout"), new("TotalRequestTimeout"), "Endpoint.CircuitBreaker.SamplingDuration");

    /// <summary>The paths of the handler that a call adds.</summary>
    public static OptionPaths Of(IInvocationOperation handler) => handler.TargetMethod.Name == "AddStandardHedgingHandler" ? Hedging : Resilience;

    /// <summary>Whether who sets a path, or is given it, has a say in a limit.</summary>
    public bool Touches(string path) => new[] { Attempt.Time, Attempt.Generator, Total.Time, Total.Generator, Sampling }
        .Any(limit => path.Length == 0 || limit == path || limit.StartsWith(path + ".", StringComparison.Ordinal));
}

/// <summary>Where options keep a time-out strategy.</summary>
/// <param name="Strategy">The strategy.</param>
internal sealed record StrategyPath(string Strategy)
{
    /// <summary>Its time.</summary>
    public string Time => Strategy + ".Timeout";

    /// <summary>What says the time at each execution instead.</summary>
    public string Generator => Strategy + ".TimeoutGenerator";
}
