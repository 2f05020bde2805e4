using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>Deadlines of generated clients: of single operations in their options, and of some calls by <c>With</c>.</summary>
/// <remarks><c>ApiClientOptions.Deadline</c> is for ordinary calls; long polls keep the contract's.</remarks>
internal static class DeadlineTimes
{
    private const int Deepest = 8;

    /// <summary><c>Deadlines["id"] = time</c>, as a statement, in an initializer or by <c>Add</c>.</summary>
    public static IEnumerable<ShortTime> OfOperations(IOperation operation, ProtocolFacts facts)
    {
        foreach (var (key, value) in Entries(operation))
        {
            if (ConstantValue.Text(key, facts.Compilation) is not { } id || PollWith(id, facts) is not { } poll)
                continue;
            foreach (var time in ShortTime.All(value, "The deadline", poll, facts.Compilation))
                yield return time;
        }
    }

    /// <summary>The deadline of the copy that a poll is called on.</summary>
    public static IEnumerable<ShortTime> OfCall(IInvocationOperation call, OperationFacts poll, Compilation compilation) =>
        call.Instance is { } client && Deadline(client, compilation, 0) is { } deadline ? ShortTime.All(deadline, "The Deadline of CallOptions", poll, compilation) : [];

    private static IEnumerable<(IOperation Key, IOperation Value)> Entries(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value: var key }], Instance: { } table }, Value: var value } when IsDeadlines(table) => [(key, value)],
        IInvocationOperation { Arguments: [{ Value: var key }, { Value: var value }], Instance: { } table } when IsDeadlines(table) => [(key, value)],
        IMemberInitializerOperation member when IsDeadlines(member.InitializedMember) => member.Initializer.Initializers.SelectMany(Entry),
        _ => [],
    };

    // { ["id"] = time } or { { "id", time } }.
    private static IEnumerable<(IOperation Key, IOperation Value)> Entry(IOperation initializer) => initializer switch
    {
        IInvocationOperation { Arguments: [{ Value: var key }, { Value: var value }] } => [(key, value)],
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value: var key }] }, Value: var value } => [(key, value)],
        _ => [],
    };

    private static bool IsDeadlines(IOperation table) =>
        table is IPropertyReferenceOperation { Property: { Name: "Deadlines", ContainingType: { Name: "ApiClientOptions", ContainingNamespace.Name: "ClientGen" } } };

    // Contracts may share an operationId; only when all of them mean a poll is it certain that one is cut off.
    private static OperationFacts? PollWith(string id, ProtocolFacts facts)
    {
        var same = LongPolls.Of(facts).Operations.Where(operation => operation.Id == id).ToList();
        return same.Count > 0 && same.All(static operation => operation.Poll is { MinTimeoutMilliseconds: > 0 })
            ? same.OrderBy(static operation => operation.Poll!.MinTimeoutMilliseconds).First()
            : null;
    }

    // The innermost With that names a deadline wins: client.With(first).With(second).
    private static IOperation? Deadline(IOperation client, Compilation compilation, int depth)
    {
        if (depth > Deepest || Source(client, compilation) is not IInvocationOperation { TargetMethod.Name: "With", Instance: { } original, Arguments: [{ Value: var options }] })
            return null;
        return Source(options, compilation) switch
        {
            IObjectCreationOperation creation => Deadline(creation.Initializer) ?? Deadline(original, compilation, depth + 1),
            IWithOperation with => Deadline(with.Initializer) ?? (Source(with.Operand, compilation) is IObjectCreationOperation creation ? Deadline(creation.Initializer) : null),
            _ => null,
        };
    }

    private static IOperation? Deadline(IObjectOrCollectionInitializerOperation? initializer) => initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
        .FirstOrDefault(static assignment => assignment.Target is IPropertyReferenceOperation { Property: { Name: "Deadline", ContainingType: { Name: "CallOptions", ContainingNamespace.Name: "ClientGen" } } })?.Value;

    // A member that is set in one place only, such as the constructor, is what it is set to.
    private static IOperation Source(IOperation value, Compilation compilation)
    {
        var origin = Origin.Of(value, compilation);
        if (origin is not IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference)
            return origin;
        var assigned = NamedUses.Of(compilation).Assignments(reference.Member.Name)
            .Where(assignment => SymbolEqualityComparer.Default.Equals((assignment.Target as IMemberReferenceOperation)?.Member, reference.Member)).ToList();
        return assigned is [var only] ? Origin.Of(only.Value, compilation) : origin;
    }
}
