using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Wiring;

/// <summary>Calls that put a resilience handler before an HttpClient.</summary>
internal static class ResilienceHandler
{
    /// <summary>Where such a call is reported: at its name, since the chain before it may be long.</summary>
    public static Location Place(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name.GetLocation() : call.Syntax.GetLocation();

    /// <summary>What sets the options: an argument of the call itself, or Configure behind it.</summary>
    public static IEnumerable<IOperation> Configurations(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments.Where(static argument => argument.Parameter?.Ordinal > 0 && !argument.IsImplicit))
            yield return argument.Value;
        for (var next = call.Parent; next is IInvocationOperation or IArgumentOperation or IConversionOperation; next = next.Parent)
        {
            if (next is IInvocationOperation { TargetMethod.Name: "Configure" } configure)
            {
                foreach (var argument in configure.Arguments.Where(static argument => argument.Parameter?.Ordinal > 0 || argument.Parameter?.Type.TypeKind == TypeKind.Delegate))
                    yield return argument.Value;
            }
        }
    }
}
