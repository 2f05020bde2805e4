using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>How places of one method lie to each other.</summary>
internal static class Position
{
    /// <summary>The method, accessor, local function or lambda around a place.</summary>
    public static SyntaxNode? Function(SyntaxNode node) => node.Ancestors().FirstOrDefault(static each =>
        each is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax
            or BaseFieldDeclarationSyntax or PropertyDeclarationSyntax or CompilationUnitSyntax);

    /// <summary>Whether two places are in the same function.</summary>
    public static bool InOneFunction(SyntaxNode first, SyntaxNode second) => Function(first) is { } function && function == Function(second);

    /// <summary>The loops around a place, within its function.</summary>
    public static IEnumerable<TextSpan> Loops(SyntaxNode node)
    {
        var function = Function(node);
        var loops = Within(node)
            .Where(each => each is WhileStatementSyntax or DoStatementSyntax || (each is ForStatementSyntax loop && IsRepeated(loop, node)) || (each is CommonForEachStatementSyntax every && !every.Expression.Span.Contains(node.Span)))
            .Select(static each => each.Span);
        return function is null ? loops : loops.Concat(Jumps(function).Where(jump => jump.Contains(node.Span)));
    }

    /// <summary>Whether a place is reached again and again for one run of another: it stands in a loop that does not contain that one.</summary>
    public static bool IsRepeatedFor(SyntaxNode place, SyntaxNode other) => Loops(place).Any(loop => !loop.Contains(other.Span));

    /// <summary>Whether a place is always passed on the way to a later one of the same function, or to the one around it: no branch leads around it.</summary>
    public static bool LeadsTo(SyntaxNode place, SyntaxNode later) =>
        (place.SpanStart < later.SpanStart || later.Span.Contains(place.Span)) && InOneFunction(place, later)
        && Branches(place).All(branch => branch.Span.Contains(later.Span));

    /// <summary>Whether a place is passed whenever its function runs.</summary>
    public static bool IsAlways(SyntaxNode place) => !Branches(place).Any();

    /// <summary>The branches that lead to a place within its function: sides of conditions, bodies of loops, cases, handlers.</summary>
    public static IEnumerable<SyntaxNode> Branches(SyntaxNode place) => Within(place).Where(static each => IsBranch(each.Parent));

    private static IEnumerable<SyntaxNode> Within(SyntaxNode place)
    {
        var function = Function(place);
        return place.AncestorsAndSelf().TakeWhile(each => each != function);
    }

    private static bool IsBranch(SyntaxNode? node) => node is IfStatementSyntax or SwitchStatementSyntax or WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
        or CatchClauseSyntax or ConditionalExpressionSyntax or SwitchExpressionSyntax
        or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression };

    private static bool IsRepeated(ForStatementSyntax loop, SyntaxNode node) =>
        loop.Declaration?.Span.Contains(node.Span) != true && !loop.Initializers.Any(each => each.Span.Contains(node.Span));

    // From a label to the last "goto" back to it.
    private static IEnumerable<TextSpan> Jumps(SyntaxNode function) => function.DescendantNodes().OfType<GotoStatementSyntax>()
        .Where(static jump => jump.Expression is IdentifierNameSyntax)
        .Select(jump => (Jump: jump, Label: function.DescendantNodes().OfType<LabeledStatementSyntax>().FirstOrDefault(label => label.Identifier.ValueText == ((IdentifierNameSyntax)jump.Expression!).Identifier.ValueText)))
        .Where(static pair => pair.Label is not null && pair.Label.SpanStart < pair.Jump.SpanStart)
        .Select(static pair => TextSpan.FromBounds(pair.Label!.SpanStart, pair.Jump.Span.End));
}
