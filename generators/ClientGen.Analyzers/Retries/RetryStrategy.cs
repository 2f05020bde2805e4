using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Retries;

/// <summary>A retry of a resilience library.</summary>
/// <param name="Place">The call that adds it.</param>
/// <param name="Retries">How often it tries again; <see cref="Endless"/> for ever, null when that is not known.</param>
/// <param name="Handles">Whether it tries again after failures that leave open what the server has done; null when that is not known.</param>
internal sealed record RetryStrategy(IInvocationOperation Place, long? Retries, bool? Handles)
{
    /// <summary>The name of the call that adds it.</summary>
    public string Name => Place.TargetMethod.Name;

    /// <summary>Without end.</summary>
    public const long Endless = int.MaxValue;
}
