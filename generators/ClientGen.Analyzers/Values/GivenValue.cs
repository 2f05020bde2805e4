using System.Collections.Immutable;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Wiring;
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
    /// <param name="context">The compilation that starts.</param>
    /// <param name="facts">Its protocol facts.</param>
    /// <param name="matters">The values that the rule speaks of.</param>
    /// <param name="analyze">Looks at one of them.</param>
    public static void Register(CompilationStartAnalysisContext context, ProtocolFacts facts, Func<ValueFacts, bool> matters, Action<SemanticModelAnalysisContext, GivenValue> analyze) =>
        NamedOperations.Register(context, new NameSet(() => facts.Names.Values(matters)), (operation, file) =>
        {
            foreach (var (target, value) in Of(operation))
            {
                if (facts.Value(target) is { } known && matters(known) && !IsOfSetup(operation))
                    analyze(file, new GivenValue(target, known, value));
            }
        });

    /// <summary>Whether an operation only tells a mocking library what to expect. Asked last, since it looks far around.</summary>
    public static bool IsOfSetup(IOperation operation) => operation is IInvocationOperation call && Substitutes.IsSetup(call);

    /// <summary>The targets of an operation, and what goes into each.</summary>
    public static IEnumerable<(ISymbol Target, IOperation Value)> Of(IOperation operation) => operation switch
    {
        IInvocationOperation call => Of(call.Arguments),
        IObjectCreationOperation creation => Of(creation.Arguments),
        ISimpleAssignmentOperation assignment when assignment.Target.Member() is { } member => [(member, assignment.Value)],
        ICoalesceAssignmentOperation assignment when assignment.Target.Member() is { } member => [(member, assignment.Value)],
        IPropertyInitializerOperation initializer => initializer.InitializedProperties.Select(property => ((ISymbol)property, initializer.Value)),
        IFieldInitializerOperation initializer => initializer.InitializedFields.Select(field => ((ISymbol)field, initializer.Value)),
        _ => [],
    };

    private static IEnumerable<(ISymbol Target, IOperation Value)> Of(ImmutableArray<IArgumentOperation> arguments) => arguments
        .Where(static argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: not null })
        .Select(static argument => ((ISymbol)argument.Parameter!, argument.Value));
}
