using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Facts;

/// <summary>Calls that only tell a mocking library what to expect; nothing is sent.</summary>
internal static class Substitutes
{
    private static readonly HashSet<string> Libraries = new(StringComparer.Ordinal) { "NSubstitute", "Moq", "FakeItEasy" };

    private static readonly HashSet<string> Answers = new(StringComparer.Ordinal)
    {
        "Returns", "ReturnsForAnyArgs", "ReturnsNull", "ReturnsNullForAnyArgs", "Throws", "ThrowsAsync", "ThrowsForAnyArgs", "ThrowsAsyncForAnyArgs",
    };

    /// <summary>Whether a call is made on what a mocking library handed out, inside a lambda for one, or its result goes straight to one.</summary>
    public static bool IsSetup(IInvocationOperation call)
    {
        if (call.Instance is { } instance && instance.Unconverted() is IInvocationOperation receiver && IsLibrary(receiver.TargetMethod))
            return true;
        // By syntax, since a graph takes the expression apart.
        if (call.Syntax.Parent is MemberAccessExpressionSyntax access && Answers.Contains(access.Name.Identifier.ValueText))
            return true;
        for (IOperation? each = call.Parent; each is not null; each = each.Parent)
        {
            switch (each)
            {
                case IInvocationOperation outer when IsLibrary(outer.TargetMethod):
                case IConversionOperation { Type: { } type } when IsExpressionTree(type):
                case IDelegateCreationOperation { Type: { } made } when IsExpressionTree(made):
                    return true;
                case IBlockOperation { Parent: IMethodBodyBaseOperation }:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether a method belongs to a mocking library.</summary>
    public static bool IsLibrary(IMethodSymbol method)
    {
        var scope = method.ContainingNamespace;
        while (scope is { ContainingNamespace.IsGlobalNamespace: false })
            scope = scope.ContainingNamespace;
        return scope is not null && Libraries.Contains(scope.Name);
    }

    /// <summary>Whether a type is that of code as data.</summary>
    public static bool IsExpressionTree(ITypeSymbol type) => type is { Name: "Expression", ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" } };
}
