using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;

namespace ClientGen.Specs.Arazzo;

/// <summary>What success criteria say about the case of a union: <c>type == 'INCOMING_CALL'</c> leaves one.</summary>
internal static class CaseNarrowing
{
    /// <summary>The cases that the body of a successful step can be, by qualified name; null for any.</summary>
    public static HashSet<string>? Of(PlacedStep step, ModelIndex types, TypeRef body)
    {
        var shape = new BodyShape(types, body);
        HashSet<string>? cases = null;
        foreach (var criterion in step.Node.Items("successCriteria"))
        {
            // Criteria that cannot be bound are reported where they are bound for good.
            if (criterion.Text("type") is null or "simple" && criterion.Text("condition") is { } text && ConditionBinder.Bind(text, shape).Condition is { } condition)
                cases = Both(cases, Of(condition.Expression));
        }

        return cases;
    }

    private static HashSet<string>? Of(ConditionNode node)
    {
        switch (node.Kind)
        {
            case ConditionKind.And:
                return node.Children.Select(Of).Aggregate((HashSet<string>?)null, Both);
            case ConditionKind.Or:
                var all = new HashSet<string>(StringComparer.Ordinal);
                foreach (var child in node.Children)
                {
                    if (Of(child) is not { } cases)
                        return null;
                    all.UnionWith(cases);
                }

                return all;
            // Whatever compares with a member of a case holds for that case only; except with null, which absence equals.
            case ConditionKind.Compare when node is { Left: { Kind: OperandKind.Body, Members: [{ OnCase: { } onCase }, ..] }, Right.Text: not "null" }:
                return [onCase];
            default:
                return null;
        }
    }

    private static HashSet<string>? Both(HashSet<string>? one, HashSet<string>? other)
    {
        if (one is null || other is null)
            return one ?? other;
        var both = new HashSet<string>(one, StringComparer.Ordinal);
        both.IntersectWith(other);
        return both;
    }
}
