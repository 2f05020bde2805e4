using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes;

/// <summary>Questions and pieces of C# that several fixes share.</summary>
internal static class Code
{
    /// <summary>The function around a node: a method, an accessor, a local function, a lambda; null for top-level statements and initializers.</summary>
    public static SyntaxNode? Function(SyntaxNode node) => node.Ancestors().FirstOrDefault(static ancestor =>
        ancestor is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);

    /// <summary>Whether a statement may wait.</summary>
    public static bool CanAwait(SyntaxNode node) => !node.Ancestors().Any(static ancestor => ancestor is LockStatementSyntax or UnsafeStatementSyntax) && Function(node) switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        null => node.Ancestors().OfType<GlobalStatementSyntax>().Any(),
        _ => false,
    };

    /// <summary><c>await call</c>.</summary>
    public static AwaitExpressionSyntax Await(ExpressionSyntax call) =>
        SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), call);

    /// <summary>The shortest name of a type at a place.</summary>
    /// <param name="model">The model of the file.</param>
    /// <param name="position">The place.</param>
    /// <param name="type">The full name.</param>
    public static string Name(SemanticModel model, int position, string type) =>
        model.Compilation.GetTypeByMetadataName(type) is { } found ? found.ToMinimalDisplayString(model, position) : "global::" + type;

    /// <summary>What awaiting a call gives; null for nothing.</summary>
    public static ITypeSymbol? Awaited(SemanticModel model, InvocationExpressionSyntax call) =>
        model.GetSymbolInfo(call).Symbol is IMethodSymbol method ? OperationFacts.Awaited(method.ReturnType) : null;
}
