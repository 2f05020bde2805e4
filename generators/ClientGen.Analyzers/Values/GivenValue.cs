using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Values;

/// <summary>A value on its way into a parameter, property or field that the contract speaks of.</summary>
/// <param name="Target">The parameter, property or field.</param>
/// <param name="Facts">What the contract says of it.</param>
/// <param name="Value">The value.</param>
internal sealed record GivenValue(ISymbol Target, ValueFacts Facts, IOperation Value)
{
    /// <summary>What readers call the target.</summary>
    public string Name => Target.Name;

    /// <summary>Looks at every such value: arguments, assignments, object initializers, <c>with</c> and initializers of members.</summary>
    public static void Register(CompilationStartAnalysisContext context, ProtocolFacts facts, Action<OperationAnalysisContext, GivenValue> analyze) =>
        context.RegisterOperationAction(
            found =>
            {
                foreach (var (target, value) in Of(found.Operation))
                {
                    if (facts.Value(target) is { } known && !IsOfSetup(found.Operation))
                        analyze(found, new GivenValue(target, known, value));
                }
            },
            OperationKind.Argument,
            OperationKind.SimpleAssignment,
            OperationKind.CoalesceAssignment,
            OperationKind.PropertyInitializer,
            OperationKind.FieldInitializer);

    /// <summary>Whether an operation only tells a mocking library what to expect. Asked last, since it looks far around.</summary>
    public static bool IsOfSetup(IOperation operation) => operation is IArgumentOperation { Parent: IInvocationOperation call } && Substitutes.IsSetup(call);

    /// <summary>The targets of an operation, and what goes into each.</summary>
    public static IEnumerable<(ISymbol Target, IOperation Value)> Of(IOperation operation) => operation switch
    {
        IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } argument => [(parameter, argument.Value)],
        ISimpleAssignmentOperation assignment when assignment.Target.Member() is { } member => [(member, assignment.Value)],
        ICoalesceAssignmentOperation assignment when assignment.Target.Member() is { } member => [(member, assignment.Value)],
        IPropertyInitializerOperation initializer => initializer.InitializedProperties.Select(property => ((ISymbol)property, initializer.Value)),
        IFieldInitializerOperation initializer => initializer.InitializedFields.Select(field => ((ISymbol)field, initializer.Value)),
        _ => [],
    };
}
