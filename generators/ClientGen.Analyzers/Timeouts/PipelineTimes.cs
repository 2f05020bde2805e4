using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>Time-outs of Polly pipelines that a poll is executed in.</summary>
internal static class PipelineTimes
{
    /// <summary>What a time-out strategy ends too early.</summary>
    public static IEnumerable<ShortTime> Of(IInvocationOperation strategy, ProtocolFacts facts) => [];
}
