using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ClientGen.Analyzers.Programs.Tests.Rewrites;

/// <summary>Writes <c>while</c> as <c>for</c>.</summary>
internal sealed class WhileToFor : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        var visited = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        return ForStatement(visited.Statement).WithCondition(visited.Condition).WithTriviaFrom(visited);
    }
}

/// <summary>Moves the condition of a <c>while</c> into its body.</summary>
internal sealed class ConditionIntoLoop : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        var visited = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        if (visited.Condition is LiteralExpressionSyntax)
            return visited;
        var leave = IfStatement(Text.Not(visited.Condition), BreakStatement());
        var body = Text.InBlock(visited.Statement);
        return visited.WithCondition(LiteralExpression(SyntaxKind.TrueLiteralExpression)).WithStatement(body.WithStatements(body.Statements.Insert(0, leave)));
    }
}

/// <summary>Writes a <c>for</c> without parts as <c>while (true)</c>, and one with parts that has no <c>continue</c> as a <c>while</c>.</summary>
internal sealed class ForToWhile : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        var visited = (ForStatementSyntax)base.VisitForStatement(node)!;
        if (node.Incrementors.Count > 0 && node.Statement.DescendantNodes().Any(static part => part is ContinueStatementSyntax))
            return visited;
        var body = Text.InBlock(visited.Statement);
        body = body.WithStatements(body.Statements.AddRange(visited.Incrementors.Select(static step => ExpressionStatement(step.WithoutTrivia()))));
        StatementSyntax loop = WhileStatement(visited.Condition ?? LiteralExpression(SyntaxKind.TrueLiteralExpression), body);
        return visited.Declaration is { } declaration ? Block(LocalDeclarationStatement(declaration.WithoutTrivia()), loop) : loop;
    }
}

/// <summary>Writes <c>while</c> as a <c>do</c> inside an <c>if</c>.</summary>
internal sealed class WhileToDo : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        var visited = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        StatementSyntax loop = DoStatement(Text.InBlock(visited.Statement), visited.Condition.WithoutTrivia());
        return visited.Condition is LiteralExpressionSyntax ? loop : IfStatement(visited.Condition, Block(loop));
    }
}
