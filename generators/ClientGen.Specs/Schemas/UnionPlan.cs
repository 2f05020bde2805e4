using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;

namespace ClientGen.Specs.Schemas;

/// <summary>How a union and its cases are laid out; decided once, used when the union and each of its cases are built.</summary>
internal sealed class UnionPlan(string name, string? tagName, IReadOnlyList<UnionPlan.CasePlan> cases)
{
    /// <summary>The union's C# name.</summary>
    public string Name { get; } = name;

    /// <summary>The JSON member that tells the cases apart; null for structural unions.</summary>
    public string? TagName { get; } = tagName;

    /// <summary>The cases in contract order.</summary>
    public IReadOnlyList<CasePlan> Cases { get; } = cases;

    /// <summary>Members that stand on the abstract record.</summary>
    public IReadOnlyList<PropertyModel> Shared { get; set; } = [];

    /// <summary>C# names of the union and all its cases, none of which a shared member may have.</summary>
    public IEnumerable<string> AllNames => Cases.Select(static c => c.Name).Append(Name);

    /// <summary>One case.</summary>
    /// <param name="Schema">Its schema.</param>
    /// <param name="Name">The C# name of its record.</param>
    /// <param name="Kind">How its record comes to be.</param>
    /// <param name="Members">The members of an object; null for other values.</param>
    /// <param name="Type">What it holds.</param>
    /// <param name="Tags">JSON texts of the tag that choose it.</param>
    /// <param name="IsUntagged">Whether it is chosen when the tag is absent.</param>
    internal sealed record CasePlan(
        Located Schema, string Name, CaseKind Kind, ObjectMembers? Members, TypeRef Type, IReadOnlyList<string> Tags, bool IsUntagged);

    /// <summary>How the record of a case comes to be.</summary>
    internal enum CaseKind
    {
        /// <summary>The schema's own record derives from the union.</summary>
        Inherits,

        /// <summary>A record of its own merges the schema with members that the union declares beside its alternatives.</summary>
        Merges,

        /// <summary>A record wraps the value.</summary>
        Wraps,
    }
}
