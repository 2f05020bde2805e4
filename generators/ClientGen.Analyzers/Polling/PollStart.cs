using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Retries;
using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Polling;

/// <summary>A long poll that is started and not waited for yet.</summary>
/// <param name="Poll">The operation.</param>
/// <param name="Shown">Where it is started: its call, or the call of the helper that polls.</param>
/// <param name="Subject">What it asks about: the client and the arguments, each a constant or a variable; null when that cannot be told.</param>
internal sealed record PollStart(OperationFacts Poll, IOperation Shown, IReadOnlyList<object>? Subject)
{
    /// <summary>Whether two of them wait for the same.</summary>
    public bool IsSameAs(PollStart other) => Poll.Id == other.Poll.Id && Subject is not null && other.Subject is not null && Subject.SequenceEqual(other.Subject);

    /// <summary>Whether each run of a piece of code waits for the same: nothing in its subject is declared inside.</summary>
    public bool IsSameInEachRunOf(SyntaxNode code) => Subject is not null && !Subject.OfType<ISymbol>().Any(symbol =>
        symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == code.SyntaxTree && code.Span.Contains(reference.Span)));

    /// <summary>The polls that a task stands for: those of a call, or of the work that is given to <c>Task.Run</c>.</summary>
    public static IReadOnlyList<PollStart> Of(IOperation task, ProtocolFacts facts) => Unwrapped(Origin.Of(task, facts.Compilation)) switch
    {
        IInvocationOperation { TargetMethod: { Name: "Run" or "StartNew", ContainingType.Name: "Task" or "TaskFactory" }, Arguments: [{ Value: var work }, ..] } => By(work, facts),
        IInvocationOperation call => [.. Executed.At(call, facts).Select(each => From(each, facts)).OfType<PollStart>()],
        _ => [],
    };

    /// <summary>The polls that a delegate starts.</summary>
    public static IReadOnlyList<PollStart> By(IOperation work, ProtocolFacts facts) => [.. Executed.By(work, facts).Select(each => From(each, facts)).OfType<PollStart>()];

    private static PollStart? From(Executed executed, ProtocolFacts facts) => SinglePoll(executed.Method, facts) is { } poll ? new(poll, executed.Shown, SubjectOf(executed, facts)) : null;

    private static OperationFacts? SinglePoll(IMethodSymbol method, ProtocolFacts facts) => facts.Of(method) switch
    {
        { Operation: { Poll.Single: true } poll } => poll,
        { Stream.Polls: { } id } => LongPolls.Of(facts).Operations.FirstOrDefault(each => each.Id == id && each.Poll is { Single: true }),
        _ => null,
    };

    private static IReadOnlyList<object>? SubjectOf(Executed executed, ProtocolFacts facts)
    {
        var subject = new List<object>();
        var parts = executed.Call.Arguments.Where(static argument => argument.Parameter?.Type.Name != "CancellationToken").Select(static argument => argument.Value).Prepend(executed.Call.Instance);
        // A helper of another object may ask through another client.
        if (executed.Shown is IInvocationOperation { Instance: { } helper } && executed.Shown != executed.Call && helper is not IInstanceReferenceOperation)
            parts = parts.Prepend(helper);
        foreach (var part in parts)
        {
            if (Key(part, executed, facts) is not { } key)
                return null;
            subject.Add(key);
        }

        return subject;
    }

    private static object? Key(IOperation? value, Executed executed, ProtocolFacts facts)
    {
        if (value is null)
            return null;
        if (ConstantValue.Of(value, facts.Compilation) is { HasValue: true } constant)
            return constant.Value ?? "null";
        return Unwrapped(value) switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => Given(parameter.Parameter, executed, facts),
            IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
            IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Arguments.Length: 0 } property => property.Property,
            _ => null,
        };
    }

    // The parameter of a helper stands for what its caller gives; that of a primary constructor for itself.
    private static object? Given(IParameterSymbol parameter, Executed executed, ProtocolFacts facts)
    {
        if (executed.Shown is IInvocationOperation helper && executed.Shown != executed.Call && parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } owner)
        {
            return SymbolEqualityComparer.Default.Equals(helper.TargetMethod.OriginalDefinition, owner)
                && helper.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value is { } given
                && Unwrapped(given) is not IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } }
                    ? Key(given, executed with { Shown = executed.Call }, facts)
                    : null;
        }

        return parameter;
    }

    private static IOperation Unwrapped(IOperation operation) => operation switch
    {
        IConversionOperation conversion => Unwrapped(conversion.Operand),
        IParenthesizedOperation parentheses => Unwrapped(parentheses.Operand),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "WaitAsync" } wrapper when Registration.Receiver(wrapper) is { } inner => Unwrapped(inner),
        _ => operation,
    };
}
