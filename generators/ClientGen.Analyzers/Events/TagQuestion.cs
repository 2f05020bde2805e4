using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Analyzers.Events;

/// <summary>What the code around a place has asked about the tag of a message.</summary>
internal static class TagQuestion
{
    /// <summary>The events that a place is reached for, by the condition, section or arm around it; null where nothing around it asks.</summary>
    public static IReadOnlyList<KnownEvent>? Around(SyntaxNode place, EventFamily family)
    {
        for (var node = place; node.Parent is { } parent && node is not MemberDeclarationSyntax; node = parent)
        {
            var asked = parent switch
            {
                IfStatementSyntax branch when branch.Statement == node => Asked(branch.Condition),
                ConditionalExpressionSyntax branch when branch.WhenTrue == node => Asked(branch.Condition),
                SwitchSectionSyntax section when section.Labels.All(static label => label is not DefaultSwitchLabelSyntax) => section.Labels,
                SwitchExpressionArmSyntax arm when arm.Expression == node => [arm.Pattern],
                _ => [],
            };
            var named = asked.SelectMany(static each => each.DescendantNodesAndSelf()).Select(each => Named(each, family)).OfType<KnownEvent>().Distinct().ToList();
            if (named.Count > 0)
                return named;
        }

        return null;
    }

    /// <summary>Whether somebody asks about the tag: the same member, or a file that calls it.</summary>
    public static bool IsAsked(SyntaxNode place, EventFamily family, Compilation compilation)
    {
        if (TreeIndex.MemberOf(place) is not { } member || member.DescendantNodes().Any(node => Asks(node, family)))
            return true;
        var name = place.AncestorsAndSelf().Select(static each => each switch
        {
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            _ => null,
        }).FirstOrDefault(static found => found is not null);
        return name is not null && compilation.SyntaxTrees.Select(TreeIndex.Of).Where(tree => tree.Has(name)).Any(tree => tree.Members
            .Any(other => other.Node != member && other.Names.Contains(name) && other.Node.DescendantNodes().Any(node => Asks(node, family))));
    }

    // Conditions with "not" say what it is not.
    private static IEnumerable<SyntaxNode> Asked(ExpressionSyntax condition) => condition.DescendantNodesAndSelf().Any(static node =>
        node.IsKind(SyntaxKind.NotEqualsExpression) || node.IsKind(SyntaxKind.LogicalNotExpression) || node.IsKind(SyntaxKind.NotPattern) || node.IsKind(SyntaxKind.LogicalOrExpression))
        ? []
        : [condition];

    private static bool Asks(SyntaxNode node, EventFamily family) =>
        Named(node, family) is not null || (node is LiteralExpressionSyntax literal && TreeIndex.LiteralText(literal.Token) == family.Tag)
        || (node is SimpleNameSyntax name && name.Identifier.ValueText.Equals(family.Tag, StringComparison.OrdinalIgnoreCase));

    // By the text of the tag, or by the member of the enum.
    private static KnownEvent? Named(SyntaxNode node, EventFamily family) => node switch
    {
        LiteralExpressionSyntax literal when TreeIndex.LiteralText(literal.Token) is { } text => family.Events.FirstOrDefault(each => each.Tags.Any(tag => tag is string wire ? wire == text : tag.ToString() == text)),
        MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var member } =>
            family.Events.FirstOrDefault(each => each.Code is { } code && code.Name == member && owner.ToString().EndsWith(code.ContainingType.Name, StringComparison.Ordinal)),
        _ => null,
    };
}
