using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes;

/// <summary>Leaves a function before a call that must not be made.</summary>
internal static class Guard
{
    /// <summary>Puts <c>if (condition) leave;</c> before the statement of a node; null when that has no place in a block.</summary>
    /// <param name="root">The file.</param>
    /// <param name="model">Its model.</param>
    /// <param name="node">A node of the statement.</param>
    /// <param name="condition">When to leave.</param>
    public static SyntaxNode? Before(SyntaxNode root, SemanticModel model, SyntaxNode node, ExpressionSyntax condition)
    {
        if (StatementOf(node) is not { } statement || Leaving(model, statement, condition) is not { } guard)
            return null;
        return Block.Insert(root, statement, before: [guard], after: []);
    }

    /// <summary><c>if (condition) leave;</c> for the place of a statement; null where nothing can be left.</summary>
    public static StatementSyntax? Leaving(SemanticModel model, StatementSyntax statement, ExpressionSyntax condition) =>
        Leave(model, statement) is { } leave ? SyntaxFactory.ParseStatement($"if ({condition})\n    {leave}") : null;

    /// <summary>The statement that a node stands in; null for expression bodies and initializers.</summary>
    public static StatementSyntax? StatementOf(SyntaxNode node) => node.AncestorsAndSelf()
        .TakeWhile(static ancestor => ancestor is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax))
        .OfType<StatementSyntax>().FirstOrDefault();

    // The method's own shape of failure; where it has none, an exception, so that nobody takes a made-up value for an answer.
    private static StatementSyntax? Leave(SemanticModel model, StatementSyntax statement)
    {
        if (model.GetEnclosingSymbol(statement.SpanStart) is not IMethodSymbol method)
            return null;
        var awaited = method.ReturnType is INamedTypeSymbol { TypeArguments: [var result] } ? result : null;
        var leave = (method.IsAsync ? awaited : method.ReturnType) switch
        {
            null or { SpecialType: SpecialType.System_Void } => "return;",
            _ when Code.Function(statement) is null => "return;",
            { SpecialType: SpecialType.System_Boolean } => "return false;",
            { NullableAnnotation: NullableAnnotation.Annotated } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => "return null;",
            _ => $"throw new {Code.Name(model, statement.SpanStart, "System.InvalidOperationException")}(\"The call is not allowed now.\");",
        };
        return SyntaxFactory.ParseStatement(leave);
    }
}
