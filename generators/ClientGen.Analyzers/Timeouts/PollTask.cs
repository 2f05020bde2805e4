using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>Tasks that stand for one long poll.</summary>
internal static class PollTask
{
    private const int Deepest = 3;

    /// <summary>The poll behind a task: the call itself, a local that keeps it, or a helper that polls once; null when it is none.</summary>
    public static OperationFacts? Of(IOperation task, ProtocolFacts facts) => Of(task, facts, 0);

    /// <summary>The calls that give a helper a poll for one of its tasks: <c>Within(this Task task, TimeSpan limit)</c>.</summary>
    public static IEnumerable<(IOperation Call, OperationFacts Poll)> GivenTo(IOperation task, ProtocolFacts facts)
    {
        if (Unwrapped(task) is not IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method } parameter })
            yield break;
        foreach (var call in Arguments.Of(method, facts.Compilation))
        {
            if (call.Given(parameter) is { } given && Of(given, facts) is { } poll)
                yield return (call.Call, poll);
        }
    }

    /// <summary>A task without what is put around it.</summary>
    public static IOperation Unwrapped(IOperation task) => task switch
    {
        IConversionOperation conversion => Unwrapped(conversion.Operand),
        IAwaitOperation { Operation: var inner } => Unwrapped(inner),
        IInvocationOperation { TargetMethod: { Name: "ConfigureAwait" or "AsTask" or "Unwrap" } } wrapper when Receiver(wrapper) is { } inner => Unwrapped(inner),
        IInvocationOperation { TargetMethod: { Name: "Run", ContainingType.Name: "Task" }, Arguments: [{ Value: var work }, ..] } when Returns.OfDelegate(work).ToList() is [var only] => Unwrapped(only),
        _ => task,
    };

    /// <summary>What a call is made on.</summary>
    public static IOperation? Receiver(IInvocationOperation call) => call.Instance ?? call.Arguments.FirstOrDefault()?.Value;

    private static OperationFacts? Of(IOperation task, ProtocolFacts facts, int depth)
    {
        if (depth > Deepest || Unwrapped(Origin.Of(Unwrapped(task), facts.Compilation)) is not IInvocationOperation call || Substitutes.IsSetup(call))
            return null;
        if (facts.Operation(call.TargetMethod) is { } operation)
            return operation.Poll is { MinTimeoutMilliseconds: > 0 } ? operation : null;
        // A helper that polls in a loop waits for the end of it, and may well be given less time than one poll.
        return Returns.Of(call.TargetMethod, facts.Compilation).Where(static returned => !Position.Loops(returned.Syntax).Any())
            .Select(returned => Of(returned, facts, depth + 1)).FirstOrDefault(static poll => poll is not null);
    }
}
