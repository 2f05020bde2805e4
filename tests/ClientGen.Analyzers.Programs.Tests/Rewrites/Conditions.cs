using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ClientGen.Analyzers.Programs.Tests.Rewrites;

/// <summary>Swaps the branches of every <c>if</c> and negates its condition.</summary>
internal sealed class InvertIf : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
        // The branches of a chain stay in their order.
        if (node.Parent is ElseClauseSyntax || node.Else?.Statement is IfStatementSyntax)
            return visited;
        return visited
            .WithCondition(Text.Not(visited.Condition))
            .WithStatement(visited.Else is { } other ? Text.InBlock(other.Statement) : Block())
            .WithElse(ElseClause(Text.InBlock(visited.Statement)));
    }
}

/// <summary>Writes <c>a &amp;&amp; b</c> as <c>!(!a || !b)</c>, and the other way round.</summary>
internal sealed class DeMorgan : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var visited = (BinaryExpressionSyntax)base.VisitBinaryExpression(node)!;
        return node.Kind() switch
        {
            SyntaxKind.LogicalAndExpression => Text.Not(BinaryExpression(SyntaxKind.LogicalOrExpression, Text.Not(visited.Left), Text.Not(visited.Right))),
            SyntaxKind.LogicalOrExpression => Text.Not(BinaryExpression(SyntaxKind.LogicalAndExpression, Text.Not(visited.Left), Text.Not(visited.Right))),
            _ => visited,
        };
    }
}

/// <summary>Writes comparisons with constants as patterns.</summary>
internal sealed class ComparisonToPattern : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var visited = (BinaryExpressionSyntax)base.VisitBinaryExpression(node)!;
        if (visited.Right is not LiteralExpressionSyntax literal || node.Kind() is not (SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression))
            return visited;
        PatternSyntax pattern = ConstantPattern(literal.WithoutTrivia());
        if (node.IsKind(SyntaxKind.NotEqualsExpression))
            pattern = UnaryPattern(Token(TriviaList(), SyntaxKind.NotKeyword, TriviaList(Space)), pattern);
        return ParenthesizedExpression(IsPatternExpression(visited.Left.WithTrailingTrivia(Space), Token(TriviaList(), SyntaxKind.IsKeyword, TriviaList(Space)), pattern)).WithTriviaFrom(visited);
    }
}

/// <summary>Turns equations round.</summary>
internal sealed class SwapOperands : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var visited = (BinaryExpressionSyntax)base.VisitBinaryExpression(node)!;
        return node.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
            ? visited.WithLeft(ParenthesizedExpression(visited.Right.WithoutTrivia())).WithRight(ParenthesizedExpression(visited.Left.WithoutTrivia()))
            : visited;
    }
}

/// <summary>Negates every pattern twice.</summary>
internal sealed class NegatePatterns : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        if (node.Pattern.DescendantNodesAndSelf().Any(static part => part is SingleVariableDesignationSyntax or ParenthesizedVariableDesignationSyntax))
            return base.VisitIsPatternExpression(node);
        var visited = (IsPatternExpressionSyntax)base.VisitIsPatternExpression(node)!;
        return Text.Not(visited.WithPattern(UnaryPattern(Token(TriviaList(), SyntaxKind.NotKeyword, TriviaList(Space)), ParenthesizedPattern(visited.Pattern.WithoutTrivia()))));
    }
}

/// <summary>Gives the condition of every <c>if</c> a local of its own.</summary>
internal sealed class NameConditions : CSharpSyntaxRewriter
{
    private int _count;

    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        var visited = (BlockSyntax)base.VisitBlock(node)!;
        return visited.WithStatements(List(visited.Statements.SelectMany(Split)));
    }

    private IEnumerable<StatementSyntax> Split(StatementSyntax statement)
    {
        if (statement is not IfStatementSyntax { Condition: not LiteralExpressionSyntax } branch)
            return [statement];
        var name = "named" + _count++;
        return [ParseStatement($"var {name} = {branch.Condition.WithoutTrivia()};\n"), branch.WithCondition(IdentifierName(name))];
    }
}
