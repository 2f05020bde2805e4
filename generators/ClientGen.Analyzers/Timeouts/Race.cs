using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>A race of a poll with something else, and what conditions say about who won it.</summary>
/// <param name="any">The call that waits for the first.</param>
/// <param name="poll">The local that keeps the poll.</param>
/// <param name="others">The locals of what it races with.</param>
internal sealed class Race(SyntaxNode any, string poll, IReadOnlyCollection<string> others)
{
    /// <summary>Whether the poll is looked at again where it may have lost: not where it is written anew, compared, or known to have won.</summary>
    public bool IsReadAfterLoss(IdentifierNameSyntax name)
    {
        if (name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name)
            return false;
        return !name.AncestorsAndSelf().Any(at => IsWhereWon(at) || IsAfterExit(at) || (at is ExpressionSyntax condition && Won(condition) is not null));
    }

    private bool IsWhereWon(SyntaxNode node) => node.Parent switch
    {
        IfStatementSyntax branch when branch.Statement == node => Won(branch.Condition) == true,
        ElseClauseSyntax { Parent: IfStatementSyntax branch } => Won(branch.Condition) == false,
        ConditionalExpressionSyntax choice when choice.WhenTrue == node => Won(choice.Condition) == true,
        ConditionalExpressionSyntax choice when choice.WhenFalse == node => Won(choice.Condition) == false,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both when both.Right == node => Won(both.Left) == true,
        _ => false,
    };

    // "if (done != poll) return;" before it.
    private bool IsAfterExit(SyntaxNode node) => node is StatementSyntax statement && Siblings(statement) is { } siblings
        && siblings.Take(siblings.IndexOf(statement)).OfType<IfStatementSyntax>().Any(branch => branch.SpanStart >= any.FirstAncestorOrSelf<StatementSyntax>()?.SpanStart && Won(branch.Condition) == false && Leaves(branch.Statement));

    private static List<StatementSyntax>? Siblings(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => [.. block.Statements],
        SwitchSectionSyntax section => [.. section.Statements],
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => [.. unit.Members.OfType<GlobalStatementSyntax>().Select(static each => each.Statement)],
        _ => null,
    };

    private static bool Leaves(StatementSyntax statement) => statement switch
    {
        BlockSyntax { Statements: [.., var last] } => Leaves(last),
        _ => statement is ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax,
    };

    // What a condition says when it holds: true when the poll has won, false when it has lost, null when it says nothing of that.
    private bool? Won(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax inner => Won(inner.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => !Won(not.Operand),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equal => Compared(equal),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } unequal => !Compared(unequal),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "ReferenceEquals" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ReferenceEquals" or "Equals" } } same => Same(same),
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax of, Name.Identifier.ValueText: "IsCompleted" or "IsCompletedSuccessfully" } => Is(of, poll) ? true : others.Contains(of.Identifier.ValueText) ? false : null,
        _ => null,
    };

    private bool? Compared(BinaryExpressionSyntax comparison) => Compared([comparison.Left, comparison.Right]);

    private bool? Same(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments.Select(static argument => argument.Expression);
        return Compared([.. call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } ? arguments.Append(receiver) : arguments]);
    }

    private bool? Compared(IReadOnlyCollection<ExpressionSyntax> sides)
    {
        if (sides.Any(side => Is(side, poll)))
            return true;
        return sides.Any(side => others.Any(other => Is(side, other))) ? false : null;
    }

    private static bool Is(ExpressionSyntax expression, string name) => expression is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name;
}
