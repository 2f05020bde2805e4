using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Retries;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>Time-outs of Polly's pipelines and policies that a poll is executed in.</summary>
/// <remarks>They end what they run by its token; only a pessimistic policy walks away from what has none.</remarks>
internal static class PipelineTimes
{
    private const string What = "The pipeline's time-out";

    /// <summary>What the pipeline ends too early that gives a lambda its token.</summary>
    /// <param name="token">The parameter of the lambda: the token, or the context with it.</param>
    /// <param name="use">Where it is used.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="compilation">Where pipelines are looked for.</param>
    public static IEnumerable<ShortTime> OfLambda(IParameterSymbol token, IOperation use, OperationFacts poll, Compilation compilation) =>
        Registration.LambdaCall(token, use) is { } execution ? Of(execution, poll, compilation) : [];

    /// <summary>What pipelines end too early that are given a method by its name.</summary>
    public static IEnumerable<ShortTime> OfMethod(IMethodSymbol method, OperationFacts poll, Compilation compilation) =>
        Registration.CallsGiven(method, Resilience.Executions, compilation).SelectMany(execution => Of(execution, poll, compilation));

    /// <summary>What a pessimistic policy around a poll ends too early, whatever token it has.</summary>
    public static IEnumerable<ShortTime> OfCall(IInvocationOperation call, OperationFacts poll, Compilation compilation)
    {
        if (Position.Loops(call.Syntax).Any())
            return [];
        IOperation? at = call;
        while (at is not (null or IAnonymousFunctionOperation))
            at = at.Parent;
        return at is IAnonymousFunctionOperation lambda && Registration.Given(lambda) is { } execution
            ? Strategies(execution, compilation).Where(static strategy => strategy.IsPessimistic).SelectMany(strategy => strategy.Times(What, poll, compilation))
            : [];
    }

    private static IEnumerable<ShortTime> Of(IInvocationOperation execution, OperationFacts poll, Compilation compilation) =>
        Strategies(execution, compilation).Where(static strategy => !strategy.IsPessimistic).SelectMany(strategy => strategy.Times(What, poll, compilation));

    private static IEnumerable<TimeoutStrategy> Strategies(IInvocationOperation execution, Compilation compilation) =>
        Resilience.Executions.Contains(execution.TargetMethod.Name) && Registration.Receiver(execution) is { } pipeline && Resilience.IsOfLibrary(pipeline.Type)
            ? TimeoutStrategy.Of(Resilience.CallsOf(pipeline, compilation), execution, compilation)
            : [];
}
