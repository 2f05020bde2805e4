using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ClientGen.Analyzers.Programs.Tests.Rewrites;

/// <summary>Small pieces that rewrites are made of.</summary>
internal static class Text
{
    /// <summary>The opposite of a condition.</summary>
    public static ExpressionSyntax Not(ExpressionSyntax condition) =>
        PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, ParenthesizedExpression(condition.WithoutTrivia())).WithLeadingTrivia(Space);

    /// <summary>A statement in braces.</summary>
    public static BlockSyntax InBlock(StatementSyntax statement) => statement as BlockSyntax ?? Block(statement);
}
