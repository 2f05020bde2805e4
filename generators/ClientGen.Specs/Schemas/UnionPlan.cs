using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;

namespace ClientGen.Specs.Schemas;

/// <summary>How a union and its cases are laid out; decided once, used when the union and each of its cases are built.</summary>
/// <param name="Name">The union's C# name.</param>
/// <param name="UnknownName">The C# name of the case for JSON that fits no other.</param>
/// <param name="TagName">The JSON member that tells the cases apart; null for structural unions.</param>
/// <param name="Cases">The cases in contract order.</param>
internal sealed record UnionPlan(string Name, string UnknownName, string? TagName, IReadOnlyList<CasePlan> Cases)
{
    /// <summary>Members that stand on the abstract record.</summary>
    public IReadOnlyList<PropertyModel> Shared { get; init; } = [];

    /// <summary>The tag as the abstract record shows it; null when it shows none.</summary>
    public PropertyModel? Tag { get; init; }

    /// <summary>Whether every case is a record that derives from the union.</summary>
    public bool HasOnlyRecords => Cases.Count > 0 && Cases.All(static place => place.Kind != CaseKind.Wraps);

    /// <summary>C# names that no member of the union or of its cases may have.</summary>
    public string[] TypeNames => [Name, UnknownName, .. Cases.Select(static place => place.Name)];
}

/// <summary>One case of a union.</summary>
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
