using ClientGen.Specs.Model;

namespace ClientGen.Specs.Arazzo;

/// <summary>One way that a JSON pointer can go through the C# types.</summary>
/// <param name="Members">The steps.</param>
/// <param name="Type">The type at the end; names are qualified as the index says.</param>
/// <param name="Allowed">The JSON texts that can be found there; empty when it varies.</param>
internal sealed record BoundPath(EquatableArray<MemberStep> Members, TypeRef Type, EquatableArray<string> Allowed)
{
    /// <summary>Whether a member on the way holds a credential.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether a member on the way holds personal data.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Whether the way goes through a case of a union, so that other ways may exist.</summary>
    public bool IsConditional => Members.Any(static step => step.OnCase is not null);
}

/// <summary>All ways of a pointer; several when the cases of a union have the member each on its own.</summary>
/// <param name="Ways">At least one.</param>
/// <param name="UnknownCases">Steps that lead to the unknown cases of the unions on the way; what they hold cannot be said.</param>
internal sealed record BoundPaths(IReadOnlyList<BoundPath> Ways, IReadOnlyList<EquatableArray<MemberStep>> UnknownCases)
{
    /// <summary>The ways that are left when the body is one of these cases; all when none would be left.</summary>
    public BoundPaths Within(IReadOnlyCollection<string>? cases)
    {
        if (cases is null)
            return this;
        var ways = Ways.Where(way => way.Members.Count == 0 || way.Members[0].OnCase is not { } onCase || cases.Contains(onCase)).ToList();
        return ways.Count == 0 || ways.Count == Ways.Count ? this : new BoundPaths(ways, []);
    }
}
