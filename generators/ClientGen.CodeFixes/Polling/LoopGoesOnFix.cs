using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Polling;

/// <summary>Mends CG2002 where a condition names an event that more events follow: it asks for that one no more.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LoopGoesOnFix)), Shared]
public sealed class LoopGoesOnFix() : ClientCodeFix("CG2002")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (PollLoop.Around(node) is not { } poll || !diagnostic.Properties.TryGetValue("Event", out var text) || text is null or "")
            return [];
        var events = new HashSet<string>(text.Split(';'));
        var exits = poll.Body.DescendantNodes().OfType<IfStatementSyntax>().Where(static test => test.Else is null && Jump(test.Statement) is not null);
        var changes = exits.Select(test => (Old: test, New: GoOn(test, events))).Where(static change => change.New is not null).ToDictionary(static change => change.Old, static change => change.New!);
        if (changes.Count == 0)
            return [];
        return await IfItCompilesAsync(document, "Go on polling", root.ReplaceNodes(changes.Keys, (old, _) => changes[old]), cancellationToken).ConfigureAwait(false);
    }

    private static IfStatementSyntax? GoOn(IfStatementSyntax test, HashSet<string> events)
    {
        if (IsAbout(test.Condition, events))
            return test.ReplaceNode(Jump(test.Statement)!, SyntaxFactory.ContinueStatement().WithTriviaFrom(Jump(test.Statement)!));
        var left = Without(test.Condition, events);
        return left is null || left == test.Condition ? null : test.WithCondition(left.WithTriviaFrom(test.Condition));
    }

    // What remains of "a || b" and "e is A or B"; null when nothing does.
    private static ExpressionSyntax? Without(ExpressionSyntax condition, HashSet<string> events) => condition switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or => (Without(or.Left, events), Without(or.Right, events)) switch
        {
            (null, var right) => right,
            (var left, null) => left.WithoutTrailingTrivia(),
            var (left, right) => left == or.Left && right == or.Right ? or : or.WithLeft(left).WithRight(right),
        },
        IsPatternExpressionSyntax { Pattern: var pattern } test => Without(pattern, events) is { } left ? left == pattern ? test : test.WithPattern(left.WithoutTrailingTrivia()) : null,
        _ => IsAbout(condition, events) ? null : condition,
    };

    private static PatternSyntax? Without(PatternSyntax pattern, HashSet<string> events) => pattern switch
    {
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } or => (Without(or.Left, events), Without(or.Right, events)) switch
        {
            (null, var right) => right,
            (var left, null) => left.WithoutTrailingTrivia(),
            var (left, right) => left == or.Left && right == or.Right ? or : or.WithLeft(left).WithRight(right),
        },
        _ => IsAbout(pattern, events) ? null : pattern,
    };

    private static bool IsAbout(ExpressionSyntax condition, HashSet<string> events) => condition switch
    {
        IsPatternExpressionSyntax { Pattern: var pattern } => IsAbout(pattern, events),
        // "e is NoEvent" without more is a type test.
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression, Right: var type } => events.Contains(Last(type)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right: var value } => IsNone(value, events) || events.Contains(Last(value)),
        _ => false,
    };

    private static bool IsAbout(PatternSyntax pattern, HashSet<string> events) => pattern switch
    {
        ConstantPatternSyntax { Expression: var value } => IsNone(value, events) || events.Contains(Last(value)),
        TypePatternSyntax { Type: var type } => events.Contains(Last(type)),
        _ => false,
    };

    private static bool IsNone(ExpressionSyntax value, HashSet<string> events) => value.IsKind(SyntaxKind.NullLiteralExpression) && events.Contains("no event");

    private static string Last(SyntaxNode name) => name.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault()?.Identifier.ValueText ?? "";

    private static StatementSyntax? Jump(StatementSyntax statement) => statement switch
    {
        BlockSyntax { Statements: [var only] } => Jump(only),
        BreakStatementSyntax or ReturnStatementSyntax => statement,
        _ => null,
    };
}
