using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Timeouts;

/// <summary><c>Task.WhenAny</c> of a poll and a delay, after which nobody waits for the poll any more.</summary>
internal static class RaceTimes
{
    /// <summary>What a race ends too early.</summary>
    public static IEnumerable<ShortTime> Of(IInvocationOperation any, ProtocolFacts facts)
    {
        if (any.TargetMethod.ContainingType?.Name != "Task")
            return [];
        var tasks = any.Arguments.SelectMany(Items).ToList();
        foreach (var task in tasks)
        {
            if (PollTask.Of(task, facts) is { } poll)
                return IsAskedAgain(any, task, tasks) ? [] : Delays(any, tasks, poll, facts, null);
        }

        return tasks.SelectMany(task => PollTask.GivenTo(task, facts).Where(_ => !IsAskedAgain(any, task, tasks))
            .SelectMany(given => Delays(any, tasks, given.Poll, facts, call => call.Call == given.Call)));
    }

    private static IEnumerable<ShortTime> Delays(IInvocationOperation any, IEnumerable<IOperation> tasks, OperationFacts poll, ProtocolFacts facts, Func<Arguments, bool>? matters)
    {
        var delays = tasks.Select(task => PollTask.Unwrapped(Origin.Of(PollTask.Unwrapped(task), facts.Compilation))).OfType<IInvocationOperation>()
            .Where(static call => call is { TargetMethod: { Name: "Delay", ContainingType.Name: "Task" }, Arguments.Length: > 0 })
            .Select(static call => call.Arguments[0].Value);
        var limits = any.Arguments.Where(static argument => argument.Parameter?.Type is { Name: "TimeSpan" or "Int32" }).Select(static argument => argument.Value);
        return delays.Concat(limits).SelectMany(value => ShortTime.All(value, "Task." + any.TargetMethod.Name, poll, facts.Compilation, matters));
    }

    private static IEnumerable<IOperation> Items(IArgumentOperation argument) => Items(argument.Value);

    private static IEnumerable<IOperation> Items(IOperation value) => value switch
    {
        IArrayCreationOperation { Initializer: { } items } => items.ElementValues,
        IConversionOperation conversion => Items(conversion.Operand),
        _ => new[] { value },
    };

    // The task is looked at later on a way that the delay has won: nobody gives up on it.
    private static bool IsAskedAgain(IInvocationOperation any, IOperation task, IReadOnlyList<IOperation> tasks)
    {
        var (name, declaration) = PollTask.Unwrapped(task) switch
        {
            ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: [var reference] } local } => (local.Name, reference.GetSyntax()),
            IParameterReferenceOperation { Parameter: { DeclaringSyntaxReferences: [var reference] } parameter } => (parameter.Name, reference.GetSyntax()),
            IInvocationOperation => (null, null),
            _ => ("", (SyntaxNode?)null),
        };
        if (name is null)
            return false;
        if (declaration is null || Position.Function(any.Syntax) is not { } function)
            return true;
        if (Position.IsRepeatedFor(any.Syntax, declaration) && !IsStartedInLoop(any.Syntax, name))
            return true;
        var race = new Race(any.Syntax, name, [.. tasks.Select(PollTask.Unwrapped).OfType<ILocalReferenceOperation>().Select(static each => each.Local.Name).Where(other => other != name)]);
        return function.DescendantNodes().OfType<IdentifierNameSyntax>().Any(each => each.Identifier.ValueText == name && each.SpanStart > any.Syntax.Span.End && race.IsReadAfterLoss(each));
    }

    // "poll = …" as a statement of the loop starts a new poll each time; "poll ??= …" goes on with the old one.
    private static bool IsStartedInLoop(SyntaxNode any, string name)
    {
        if (any.Ancestors().FirstOrDefault(static each => each is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax) is not { } loop)
            return false;
        return loop.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
            assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && assignment.Left is IdentifierNameSyntax left && left.Identifier.ValueText == name
            && assignment.SpanStart < any.SpanStart && assignment.Parent is ExpressionStatementSyntax { Parent: BlockSyntax { Parent: var owner } } && owner == loop);
    }
}
