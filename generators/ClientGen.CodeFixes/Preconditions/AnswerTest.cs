using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Preconditions;

/// <summary>A place in the text that tests one member of an answer: <c>s.A == true</c>, <c>s.A is not true</c>, <c>s is { A: true }</c>.</summary>
internal sealed class AnswerTest
{
    private readonly Func<string, string?> _constant;
    private readonly ExpressionSyntax? _answer;
    private readonly bool _isPositive;

    private AnswerTest(SyntaxNode node, ExpressionSyntax? answer, bool isPositive, Func<string, string?> constant) =>
        (Node, _answer, _isPositive, _constant) = (node, answer, isPositive, constant);

    /// <summary>The test.</summary>
    public SyntaxNode Node { get; }

    /// <summary>The test that a node is; null for others.</summary>
    public static AnswerTest? Of(SyntaxNode node, Flags flags, SemanticModel model) => node switch
    {
        PropertyPatternClauseSyntax { Parent.Parent: IsPatternExpressionSyntax or UnaryPatternSyntax { Parent: IsPatternExpressionSyntax } } clause => Pattern(clause, flags, model),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } member when flags.Names.Contains(name) => Comparison(member, flags, model),
        _ => null,
    };

    /// <summary>The test with more members; null where more of them would not be enough, as in an alternative.</summary>
    public SyntaxNode? With(IEnumerable<string> members)
    {
        if (Node is PropertyPatternClauseSyntax clause)
            return clause.AddSubpatternsWith(members.Where(member => clause.Subpatterns.All(each => each.NameColon?.Name.Identifier.ValueText != member)), _constant);
        var test = (ExpressionSyntax)Node;
        if (test.Ancestors().TakeWhile(static each => each is ExpressionSyntax).Any(each => each.IsKind(_isPositive ? SyntaxKind.LogicalOrExpression : SyntaxKind.LogicalAndExpression)))
            return null;
        var text = test.WithoutTrivia().ToString();
        foreach (var member in members)
            text += _isPositive ? $" && {_answer}.{member} == {_constant(member)}" : $" || {_answer}.{member} != {_constant(member)}";
        var fuller = SyntaxFactory.ParseExpression(text);
        return (NeedsParentheses(test) ? SyntaxFactory.ParenthesizedExpression(fuller) : fuller).WithTriviaFrom(test);
    }

    private static AnswerTest? Pattern(PropertyPatternClauseSyntax clause, Flags flags, SemanticModel model)
    {
        if (!clause.Subpatterns.Any(each => each.NameColon is { Name.Identifier.ValueText: var name } && flags.Names.Contains(name))
            || clause.FirstAncestorOrSelf<IsPatternExpressionSyntax>() is not { } test || model.GetTypeInfo(test.Expression).Type is not { } answer || !flags.Fit(answer))
            return null;
        return new(clause, null, isPositive: true, member => flags.Constant(member, model, clause.SpanStart, answer));
    }

    private static AnswerTest? Comparison(MemberAccessExpressionSyntax member, Flags flags, SemanticModel model)
    {
        if (model.GetTypeInfo(member.Expression).Type is not { } answer || !flags.Fit(answer))
            return null;
        var (test, isPositive) = member.Parent switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right: LiteralExpressionSyntax right } parent => ((ExpressionSyntax)parent, (bool?)right.IsKind(SyntaxKind.TrueLiteralExpression)),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression, Right: LiteralExpressionSyntax right } parent => (parent, !right.IsKind(SyntaxKind.TrueLiteralExpression)),
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: var right } } parent => (parent, right.IsKind(SyntaxKind.TrueLiteralExpression)),
            IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression: var right } } } parent => (parent, !right.IsKind(SyntaxKind.TrueLiteralExpression)),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } parent => (parent, false),
            IfStatementSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } => (member, true),
            _ => (member, null),
        };
        return isPositive is { } known && flags.Names.All(name => flags.Constant(name, model, member.SpanStart, answer) == "true")
            ? new(test, member.Expression, known, name => flags.Constant(name, model, member.SpanStart, answer))
            : null;
    }

    // "a == true && b == true" inside of "||", "!", "?:" and the like would be torn apart.
    private static bool NeedsParentheses(ExpressionSyntax test) => test.Parent is BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or ConditionalExpressionSyntax
        && !(test.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression });
}

/// <summary>More of a pattern.</summary>
internal static class PropertyPatterns
{
    /// <summary>Adds members with their constants.</summary>
    public static PropertyPatternClauseSyntax AddSubpatternsWith(this PropertyPatternClauseSyntax clause, IEnumerable<string> members, Func<string, string?> constant)
    {
        var added = members.Select(member => $"{member}: {constant(member)}").ToList();
        if (added.Count == 0)
            return clause;
        var written = string.Join(", ", clause.Subpatterns.Select(static each => each.ToString()).Concat(added));
        var pattern = (RecursivePatternSyntax)((IsPatternExpressionSyntax)SyntaxFactory.ParseExpression($"x is {{ {written} }}")).Pattern;
        return pattern.PropertyPatternClause!.WithTriviaFrom(clause);
    }
}
