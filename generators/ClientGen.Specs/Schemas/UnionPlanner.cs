using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>Lays out unions: which cases there are, what chooses them, and what they have in common.</summary>
internal sealed class UnionPlanner(BindingContext context, SchemaKinds kinds, SchemaTypes types, PropertyBinder properties)
{
    // Unions in unions in unions: the tag of what lies deeper is no longer looked for.
    private const int MaxInner = 3;

    private readonly Dictionary<SpecNode, UnionPlan> _plans = [];
    private readonly UnionTags _tags = new(context);

    /// <summary>The layout of a union, made on first use.</summary>
    public UnionPlan Plan(Located union)
    {
        if (!_plans.TryGetValue(union.Node, out var plan))
            _plans.Add(union.Node, plan = Make(union, types.Name(union).Name ?? "Union"));
        return plan;
    }

    /// <summary>The union that a schema's record derives from and its place there; null for a record that stands alone.</summary>
    public (UnionPlan Plan, CasePlan Case)? PlaceOf(Located schema)
    {
        if (kinds.UnionOf(schema) is not { } union)
            return null;
        var plan = Plan(union);
        return plan.Cases.FirstOrDefault(place => place.Schema.Node == schema.Node && place.Kind == CaseKind.Inherits) is { } found ? (plan, found) : null;
    }

    /// <summary>The members of a case that have only one value, as <c>name=JSON text</c>.</summary>
    public IEnumerable<string> Constants(ObjectMembers members)
    {
        foreach (var name in members.Names)
        {
            if (_tags.Constants(members, name) is [var only])
                yield return name + "=" + only;
        }
    }

    private UnionPlan Make(Located union, string name)
    {
        var unknown = context.TypeNames.Take("Unknown" + name, name + "Unknown");
        var variants = Variants(union, 0);
        var tag = _tags.NameOf(union, variants);
        var cases = new List<CasePlan>(variants.Count);
        foreach (var variant in variants)
            cases.Add(CaseOf(union, name, tag, variant));
        return WithCommonMembers(new UnionPlan(name, unknown, tag, cases));
    }

    // Members beside the alternatives belong to every case.
    private static bool Merges(Located union) => SchemaShape.HasMembersOfItsOwn(union) && SchemaShape.ValueAlternatives(union).Count > 0;

    private List<Variant> Variants(Located union, int depth)
    {
        var found = new List<Variant>();
        var seen = new HashSet<SpecNode>();
        foreach (var alternative in kinds.Alternatives(union))
        {
            var chain = SchemaChain.Of(context, alternative);
            if (!chain.IsBroken && seen.Add(chain.Last.Node) && context.Step())
                found.Add(VariantOf(union, chain.Last, depth));
        }

        return found;
    }

    private Variant VariantOf(Located union, Located schema, int depth)
    {
        if (kinds.Of(schema) == SchemaKind.Union)
            return new Variant(schema, null, depth < MaxInner ? Variants(schema, depth + 1) : []);

        var merges = Merges(union);
        if (!SchemaShape.IsObject(context, schema) && !(merges && SchemaShape.Types(schema).Count == 0))
            return new Variant(schema, null, []);

        if (merges)
            return new Variant(schema, ObjectMembers.Of(context, union, schema), []);
        return new Variant(schema, kinds.Of(schema) == SchemaKind.Record ? kinds.Members(schema) : null, []);
    }

    private bool Derives(Located schema, Located union) => kinds.UnionOf(schema) is { } @base && @base.Node == union.Node;

    private CasePlan CaseOf(Located union, string unionName, string? tag, Variant variant)
    {
        var (schema, members) = (variant.Schema, variant.Members);
        var tags = tag is null ? [] : _tags.ValuesOf(union, tag, variant);
        var isUntagged = tag is not null && tags.Count == 0;
        var suffix = CaseSuffix(schema, tags);
        if (members is not null && Merges(union))
        {
            var name = context.TypeNames.Take(unionName + suffix, unionName + suffix + "Case");
            return new CasePlan(schema, name, CaseKind.Merges, members, new TypeRef(TypeKind.Named, name), tags, isUntagged);
        }

        // What is written in place has no name but that of its case.
        if (schema.Node.Parent is SpecSequence)
            types.SetOwner(schema.Node, unionName + suffix);
        if (members is not null && Derives(schema, union))
        {
            var own = types.Name(schema);
            return new CasePlan(schema, own.Name ?? unionName + suffix, CaseKind.Inherits, members, own, tags, isUntagged);
        }

        var type = types.Bind(schema);
        var wrapper = unionName + WrapperSuffix(type);
        return new CasePlan(schema, context.TypeNames.Take(wrapper, wrapper + "Case"), CaseKind.Wraps, members, type, tags, isUntagged);
    }

    private static string CaseSuffix(Located schema, IReadOnlyList<string> tags)
    {
        if (schema.Text("title") is { } title && Naming.Pascal(title, "") is { Length: > 0 } name)
            return name;
        if (tags.Count > 0)
            return Naming.EnumMember(JsonLiteral.StringOf(tags[0]) ?? tags[0]);
        if (schema.Mapping?.Sequence("required")?.Items is [SpecScalar { AsString: { } first }, ..])
            return "With" + Naming.Pascal(first);
        return "Case";
    }

    private static string WrapperSuffix(TypeRef type) => type.Kind is TypeKind.Named or TypeKind.Enum ? type.Name + "Case" : Described(type);

    private static string Described(TypeRef type) => type.Kind switch
    {
        TypeKind.Named or TypeKind.Enum => type.Name!,
        TypeKind.List => Described(type.Element!) + "List",
        TypeKind.Map => Described(type.Element!) + "Map",
        var kind => kind.ToString(),
    };

    private UnionPlan WithCommonMembers(UnionPlan plan)
    {
        if (!plan.HasOnlyRecords)
            return plan;

        var names = MemberNames.Scope(plan.TypeNames);
        var shared = new List<PropertyModel>();
        foreach (var jsonName in plan.Cases[0].Members!.Names)
        {
            if (jsonName != plan.TagName && plan.Cases.All(place => place.Members!.Has(jsonName)) && Common(plan, jsonName, names) is { } property)
                shared.Add(property);
        }

        return plan with { Shared = shared, Tag = plan.TagName is { } tag ? TagOf(plan, tag, names) : null };
    }

    private PropertyModel? Common(UnionPlan plan, string jsonName, NameScope names)
    {
        var versions = plan.Cases.Select(place => properties.Bind(jsonName, "", place.Members!.SchemasOf(jsonName), place.Members.IsRequired(jsonName))).ToList();
        return versions.All(version => version.Type == versions[0].Type && version.Required == versions[0].Required && version.Constant is null)
            ? versions[0] with { Name = MemberNames.Take(names, jsonName) }
            : null;
    }

    // Every case has the tag under one name and type, so that the base can show it; only the case without one makes it nullable.
    private PropertyModel? TagOf(UnionPlan plan, string tag, NameScope names)
    {
        var versions = plan.Cases.Where(place => !place.IsUntagged || place.Members!.Has(tag)).Select(place => Tag(place, tag)).ToList();
        if (versions.Count == 0 || versions[0].Type.Kind == TypeKind.Json || versions.Any(version => version.Type != versions[0].Type))
            return null;
        var isAlwaysThere = plan.Cases.All(static place => !place.IsUntagged) && versions.All(static version => version.Required);
        var first = versions[0];
        return new PropertyModel(
            tag, MemberNames.Take(names, tag), isAlwaysThere ? first.Type : first.Type.OrNull(), isAlwaysThere,
            versions.All(version => version.Documentation == first.Documentation) ? first.Documentation : "Tells the cases apart.", ValueLimits.None);
    }

    /// <summary>The tag as a member of a case; its C# name is still to be given.</summary>
    public PropertyModel Tag(CasePlan place, string tag)
    {
        var property = properties.Bind(tag, "", place.Members!.SchemasOf(tag), place.Members.IsRequired(tag));
        if (place.Tags is not [var only])
            return property;

        // A case writes its own tag, so nobody has to set it and nobody can set a wrong one.
        var isScalar = property.Type.Kind is TypeKind.Enum or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Boolean or TypeKind.String;
        var isText = only[0] == '"';
        var fits = isScalar && (property.Type.Kind == TypeKind.Enum || isText == (property.Type.Kind == TypeKind.String));
        var type = fits ? property.Type with { Nullable = false } : isText ? TypeRef.String : new TypeRef(TypeKind.Int64);
        return property with
        {
            Type = type,
            Constant = only,
            Required = true,
            Default = null,
            Documentation = property.Documentation.Length > 0 ? property.Documentation : "Tells this case from the others.",
        };
    }
}
