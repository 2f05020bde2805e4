using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Timeouts;

/// <summary><c>WaitAsync</c> and <c>Wait</c> with a time, on the task of a poll.</summary>
internal static class WaitTimes
{
    /// <summary>What a wait ends too early.</summary>
    public static IEnumerable<ShortTime> OfWait(IInvocationOperation wait, ProtocolFacts facts)
    {
        if (PollTask.Receiver(wait) is not { } task || IsAskedAgain(task))
            return [];
        var limits = wait.Arguments.Where(argument => argument.Value != task && argument.Parameter?.Type is { Name: "TimeSpan" or "Int32" }).Select(static argument => argument.Value).ToList();
        return PollTask.Of(task, facts) is { } poll
            ? limits.SelectMany(limit => ShortTime.All(limit, wait.TargetMethod.Name, poll, facts.Compilation)).Concat(TokenTimes.Of(wait, poll, facts.Compilation))
            : PollTask.GivenTo(task, facts).SelectMany(given => limits.SelectMany(limit => ShortTime.All(limit, wait.TargetMethod.Name, given.Poll, facts.Compilation, call => call.Call == given.Call)));
    }

    // A task in a variable that is used elsewhere too, or waited for again in a loop, is not given up.
    private static bool IsAskedAgain(IOperation task)
    {
        if (PollTask.Unwrapped(task) is IInvocationOperation)
            return false;
        var symbol = PollTask.Unwrapped(task) switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => (ISymbol?)null,
        };
        if (symbol?.DeclaringSyntaxReferences is not [var reference] || Position.Function(task.Syntax) is not { } function)
            return true;
        return Position.IsRepeatedFor(task.Syntax, reference.GetSyntax())
            || function.DescendantNodes().OfType<IdentifierNameSyntax>().Count(name => name.Identifier.ValueText == symbol.Name && !IsWritten(name)) > 1;
    }

    private static bool IsWritten(IdentifierNameSyntax name) => name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name;
}
