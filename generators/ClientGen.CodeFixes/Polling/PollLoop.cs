using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Polling;

/// <summary>A loop around a poll: <c>while (true) { var e = await client.PollAsync(); … }</c>.</summary>
internal sealed class PollLoop
{
    private PollLoop(StatementSyntax loop, StatementSyntax statement, InvocationExpressionSyntax call, string? variable) =>
        (Loop, Statement, Call, Variable) = (loop, statement, call, variable);

    /// <summary>The loop.</summary>
    public StatementSyntax Loop { get; }

    /// <summary>The statement that polls.</summary>
    public StatementSyntax Statement { get; }

    /// <summary>The poll.</summary>
    public InvocationExpressionSyntax Call { get; }

    /// <summary>What the answer is kept in; null when it is not.</summary>
    public string? Variable { get; }

    /// <summary>What the loop repeats.</summary>
    public StatementSyntax Body => Loop switch
    {
        WhileStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        _ => ((ForStatementSyntax)Loop).Statement,
    };

    /// <summary>The <c>try</c> inside of the loop that catches failures of the poll; null when there is none.</summary>
    public TryStatementSyntax? Try => Statement.Ancestors().TakeWhile(each => each != Loop).OfType<TryStatementSyntax>()
        .FirstOrDefault(each => each.Block.Span.Contains(Statement.Span) && each.Catches.Count > 0);

    /// <summary>The <c>catch</c> clauses after which the loop goes on.</summary>
    public IReadOnlyList<CatchClauseSyntax> GoesOn => [.. Try?.Catches.Where(static clause => !IsLeft(clause)) ?? []];

    /// <summary>The loop around a poll; null where there is none, or the poll's answer is not awaited in a statement of its own.</summary>
    public static PollLoop? Around(SyntaxNode node)
    {
        if (node is not InvocationExpressionSyntax call || Guard.StatementOf(call) is not { } statement || LoopOf(statement) is not { } loop)
            return null;
        var variable = statement switch
        {
            LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value } local] } when Awaits(value, call) => local.Identifier,
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Right: var value } } when Awaits(value, call) => name.Identifier,
            _ => default,
        };
        return new(loop, statement, call, variable.RawKind == 0 ? null : variable.ValueText);
    }

    private static bool IsLeft(CatchClauseSyntax clause) =>
        clause.Block.Statements.LastOrDefault() is ThrowStatementSyntax or ReturnStatementSyntax or BreakStatementSyntax;

    // Inside of a switch, and of a loop over something else, "break" and "continue" mean another one.
    private static StatementSyntax? LoopOf(StatementSyntax statement)
    {
        var around = statement.Ancestors()
            .TakeWhile(static each => each is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax))
            .FirstOrDefault(static each => each is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or SwitchStatementSyntax or CommonForEachStatementSyntax);
        return around is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax ? (StatementSyntax)around : null;
    }

    private static bool Awaits(ExpressionSyntax value, InvocationExpressionSyntax call) => value is AwaitExpressionSyntax { Expression: var awaited }
        && (awaited == call || (Configured(awaited) is { } configured && configured == call));

    private static ExpressionSyntax? Configured(ExpressionSyntax awaited) =>
        awaited is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var call } } ? call : null;
}
