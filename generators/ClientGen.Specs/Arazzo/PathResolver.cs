using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>Follows JSON pointers through C# shapes: objects, lists, maps, and the cases of unions.</summary>
internal static class PathResolver
{
    /// <summary>A union of a hundred cases in a union of a hundred cases makes ten thousand ways; nobody means that.</summary>
    private const int MostWays = 256;

    private const string RawMember = "Raw";
    private const string WrappedMember = "Value";

    /// <summary>Follows a pointer.</summary>
    /// <param name="types">The types.</param>
    /// <param name="from">Where it starts.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="problem">Why it leads nowhere, and what may have been meant.</param>
    public static BoundPaths? Resolve(ModelIndex types, TypeRef from, EquatableArray<string> tokens, out string problem)
    {
        var ways = new List<Way> { new([], from, default) };
        var unknown = new List<EquatableArray<MemberStep>>();
        problem = "";
        foreach (var token in tokens)
        {
            var next = new List<Way>();
            foreach (var way in ways)
                problem = Follow(types, way, token, next, unknown) ?? problem;
            if (next.Count == 0)
                return null;
            if (next.Count > MostWays)
            {
                problem = $"`{Shown.Short(token)}` exists in more than 256 combinations of cases. Name a member that the cases share.";
                return null;
            }

            ways = next;
        }

        // Members that a free-form object of one case may have say nothing where other cases declare them.
        if (ways.Any(static way => way.Type.Kind != TypeKind.Json))
            ways.RemoveAll(static way => way.Type.Kind == TypeKind.Json);
        problem = "";
        return new BoundPaths(
            [.. ways.Select(way => new BoundPath(way.Steps.ToEquatableArray(), types.Qualify(way.Type), way.Allowed) { IsSecret = way.IsSecret, IsPersonal = way.IsPersonal })],
            unknown);
    }

    private static string? Follow(ModelIndex types, Way way, string token, List<Way> next, List<EquatableArray<MemberStep>> unknown)
    {
        switch (way.Type.Kind)
        {
            case TypeKind.List when way.Type.Element is { } item:
                if (!token.All(static c => c is >= '0' and <= '9') || token.Length is 0 or > 6)
                    return $"`{Shown.Short(token)}` is no index, but the value is a list.";
                next.Add(way.Then(new MemberStep(token, null, null, MayBeNull: true, IsOptional: false), item));
                return null;
            case TypeKind.Map when way.Type.Element is { } value:
                next.Add(way.Then(new MemberStep(token, null, null, MayBeNull: true, IsOptional: false), value));
                return null;
        }

        switch (types.Find(way.Type.Name))
        {
            case ObjectModel model when Find(model.Properties, token) is { } property:
                next.Add(way.Then(property, null, default));
                return null;
            case ObjectModel model:
                return NoMember(model.Name, token, model.Properties.Select(static p => p.JsonName));
            case UnionModel union:
                return FollowUnion(types, union, way, token, next, unknown);
            default:
                return $"There is nothing typed to look for `{Shown.Short(token)}` in; the contract gives no schema for the value.";
        }
    }

    private static string? FollowUnion(
        ModelIndex types, UnionModel union, Way way, string token, List<Way> next, List<EquatableArray<MemberStep>> unknown)
    {
        if (Find(union.Shared, token) is { } shared)
        {
            next.Add(way.Then(shared, null, default));
            return null;
        }

        var before = next.Count;
        foreach (var @case in union.Cases)
        {
            var name = types.Qualify(@case.Name);
            if (@case.IsWrapper)
                Follow(types, way.Then(new MemberStep("", WrappedMember, name, @case.Type.Nullable, IsOptional: false), @case.Type), token, next, unknown);
            else if (types.Find(@case.Name) is ObjectModel model && Find(model.Properties, token) is { } property)
                next.Add(way.Then(property, name, union.TagName == token ? @case.Tags : default));
        }

        if (next.Count == before)
            return $"No case of `{union.Name}` has a member `{Shown.Short(token)}`.";

        var raw = new MemberStep("", RawMember, types.Qualify(union.UnknownName), MayBeNull: false, IsOptional: false);
        unknown.Add(way.Then(raw, TypeRef.Json).Steps.ToEquatableArray());
        return null;
    }

    private static PropertyModel? Find(EquatableArray<PropertyModel> properties, string name)
    {
        foreach (var property in properties)
        {
            if (property.JsonName == name)
                return property;
        }

        return null;
    }

    private static MemberStep Step(PropertyModel property, string? onCase) =>
        new(property.JsonName, property.Name, onCase, property.Type.Nullable || !property.Required && !HasDefault(property), property.TellsAbsentFromNull);

    // An optional scalar with a default has it as its initializer, so it is never missing.
    private static bool HasDefault(PropertyModel property) => property is { Default: not null, Type.Nullable: false }
        && property.Type.Kind is TypeKind.String or TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal or TypeKind.Enum;

    private static string NoMember(string type, string token, IEnumerable<string> known)
    {
        var names = known.ToList();
        var meant = Suggestion.For(token, names);
        return $"`{type}` has no member `{Shown.Short(token)}`." + (meant is null ? "" : $" Did you mean `{Shown.Short(meant)}`?");
    }

    private sealed record Way(IReadOnlyList<MemberStep> Steps, TypeRef Type, EquatableArray<string> Allowed)
    {
        public bool IsSecret { get; init; }

        public bool IsPersonal { get; init; }

        public Way Then(MemberStep step, TypeRef type) => this with { Steps = [.. Steps, step], Type = type, Allowed = default };

        public Way Then(PropertyModel property, string? onCase, EquatableArray<string> tags) =>
            new([.. Steps, Step(property, onCase)], property.Type, property.Constant is { } constant ? EquatableArray.Of(constant) : tags)
            {
                IsSecret = IsSecret || property.IsSecret,
                IsPersonal = IsPersonal || property.IsPersonal,
            };
    }
}
