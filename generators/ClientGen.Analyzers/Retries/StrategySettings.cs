using ClientGen.Analyzers.Flow;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Retries;

/// <summary>What is set on the options of a strategy.</summary>
internal static class StrategySettings
{
    /// <summary>What an initializer sets, and what statements set on the local that keeps the options.</summary>
    /// <param name="options">The creation of the options.</param>
    /// <param name="given">The argument that they are given as.</param>
    /// <param name="compilation">Where statements are looked for.</param>
    public static IEnumerable<(string Name, IOperation Value)> Of(IObjectCreationOperation options, IOperation given, Compilation compilation)
    {
        foreach (var assignment in options.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            if (assignment.Target is IPropertyReferenceOperation target)
                yield return (target.Property.Name, assignment.Value);
        }

        if (given.Unconverted() is not ILocalReferenceOperation { Local: var kept } use || TreeIndex.MemberOf(use.Syntax) is not { } member || SourceModels.Operation(member, compilation) is not { } body)
            yield break;
        foreach (var operation in body.Descendants())
        {
            switch (operation)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: ILocalReferenceOperation owner } target } assignment when SymbolEqualityComparer.Default.Equals(owner.Local, kept):
                    yield return (target.Property.Name, assignment.Value);
                    break;
                case IInvocationOperation call when Registration.Receiver(call) is ILocalReferenceOperation owner && SymbolEqualityComparer.Default.Equals(owner.Local, kept):
                    yield return (call.TargetMethod.Name, call);
                    break;
            }
        }
    }
}
