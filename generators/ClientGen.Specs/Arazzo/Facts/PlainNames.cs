using ClientGen.Specs.Model;

namespace ClientGen.Specs.Arazzo;

/// <summary>Takes the namespace off the names in a condition, for the contract that the condition speaks of.</summary>
internal static class PlainNames
{
    /// <summary>The condition with plain names.</summary>
    public static Condition Of(Condition condition, string @namespace) => condition with { Expression = Of(condition.Expression, @namespace + ".") };

    private static ConditionNode Of(ConditionNode node, string prefix) => node with
    {
        Left = node.Left is null ? null : Of(node.Left, prefix),
        Right = node.Right is null ? null : Of(node.Right, prefix),
        Children = node.Children.Select(child => Of(child, prefix)).ToEquatableArray(),
    };

    private static Operand Of(Operand operand, string prefix) => operand with
    {
        Members = operand.Members.Select(step => step with { OnCase = Of(step.OnCase, prefix) }).ToEquatableArray(),
        Type = operand.Type is null ? null : Of(operand.Type, prefix),
    };

    private static TypeRef Of(TypeRef type, string prefix) => type with
    {
        Name = Of(type.Name, prefix),
        Element = type.Element is null ? null : Of(type.Element, prefix),
    };

    /// <summary>The name without a namespace.</summary>
    /// <param name="name">The name of a type.</param>
    /// <param name="prefix">The namespace and a dot.</param>
    public static string? Of(string? name, string prefix) =>
        name is not null && name.StartsWith(prefix, StringComparison.Ordinal) ? name.Substring(prefix.Length) : name;
}
