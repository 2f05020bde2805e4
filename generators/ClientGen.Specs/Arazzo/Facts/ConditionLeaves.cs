using ClientGen.Specs.Model;

namespace ClientGen.Specs.Arazzo;

/// <summary>A comparison of one member of the body with a constant.</summary>
/// <param name="Path">The C# member path.</param>
/// <param name="Json">The constant as JSON text.</param>
/// <param name="Type">The type of the member.</param>
internal sealed record MemberEquals(EquatableArray<MemberStep> Path, string Json, TypeRef? Type)
{
    /// <summary>What it says, independent of C# names.</summary>
    public string Key => string.Join("/", Path.Select(static step => step.OnCase + ":" + step.JsonName)) + "=" + Json;
}

/// <summary>Takes conditions apart.</summary>
internal static class ConditionLeaves
{
    /// <summary>The comparisons with constants that must all hold; others are left out.</summary>
    public static IEnumerable<MemberEquals> AllOf(ConditionNode node) => node switch
    {
        { Kind: ConditionKind.And } => node.Children.SelectMany(AllOf),
        { Kind: ConditionKind.Compare, Operator: "==", Left: { Kind: OperandKind.Body } left, Right: { Kind: OperandKind.Literal, Text: { } json } } when json != "null"
            => [new MemberEquals(left.Members, json, left.Type)],
        _ => [],
    };

    /// <summary>The comparisons with constants of which any may hold; empty when the condition says anything else too.</summary>
    public static IReadOnlyList<MemberEquals> AnyOf(ConditionNode node)
    {
        if (node.Kind != ConditionKind.Or)
            return AllOf(node).ToList() is { Count: 1 } one && node.Kind == ConditionKind.Compare ? one : [];
        var leaves = new List<MemberEquals>();
        foreach (var child in node.Children)
        {
            var inner = AnyOf(child);
            if (inner.Count == 0)
                return [];
            leaves.AddRange(inner);
        }

        return leaves;
    }

    /// <summary>The statuses that a condition accepts when it speaks of nothing else; empty otherwise.</summary>
    public static IReadOnlyList<int> Statuses(ConditionNode node)
    {
        if (node.Kind == ConditionKind.Or)
        {
            var all = node.Children.Select(Statuses).ToList();
            return all.Any(static statuses => statuses.Count == 0) ? [] : [.. all.SelectMany(static statuses => statuses)];
        }

        return node is { Kind: ConditionKind.Compare, Operator: "==", Left.Kind: OperandKind.Status, Right.Text: { } text } && int.TryParse(text, out var status) ? [status] : [];
    }
}
