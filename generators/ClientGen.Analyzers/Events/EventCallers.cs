using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Events;

/// <summary>Calls of a handler, in the type that it is written in.</summary>
internal static class EventCallers
{
    /// <summary>The calls; found by name first.</summary>
    public static IEnumerable<IInvocationOperation> Of(IMethodSymbol method, Compilation compilation)
    {
        foreach (var reference in Scopes(method))
        {
            if (!TreeIndex.Of(reference.SyntaxTree).Has(method.Name))
                continue;
            foreach (var node in reference.GetSyntax().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(node => node.Expression.LastName() == method.Name))
            {
                if (SourceModels.Operation(node, compilation) is IInvocationOperation call && SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method.OriginalDefinition))
                    yield return call;
            }
        }
    }

    private static IEnumerable<SyntaxReference> Scopes(IMethodSymbol method) => method switch
    {
        { MethodKind: MethodKind.LocalFunction, ContainingSymbol: IMethodSymbol outer } => outer.DeclaringSyntaxReferences,
        { ContainingType: { } type } => type.DeclaringSyntaxReferences,
        _ => Enumerable.Empty<SyntaxReference>(),
    };
}
