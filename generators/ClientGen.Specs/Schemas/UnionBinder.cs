using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>Turns <c>oneOf</c>, <c>anyOf</c> and bases with a discriminator into closed hierarchies.</summary>
internal sealed class UnionBinder(BindingContext context, SchemaBinder schemas)
{
    private readonly Dictionary<SpecNode, UnionPlan> _plans = [];
    private readonly Dictionary<SpecNode, IReadOnlyList<Located>> _declared = [];

    /// <summary>Makes a union of schemas that no <c>oneOf</c> lists, such as the messages of a channel.</summary>
    /// <param name="key">The node that stands for the union.</param>
    /// <param name="alternatives">Its schemas, at least two.</param>
    public void Declare(Located key, IReadOnlyList<Located> alternatives) => _declared[key.Node] = alternatives;

    /// <summary>Whether a schema becomes a closed hierarchy.</summary>
    public bool IsUnion(Located schema)
    {
        var alternatives = Alternatives(schema);
        if (alternatives.Count == 0)
            return false;
        if (_declared.ContainsKey(schema.Node))
            return true;
        if (alternatives.Count == 1)
            return SchemaShape.ValueAlternatives(schema).Count == 0;
        return !IsEnumOfAlternatives(schema) && CommonScalar(alternatives) is null;
    }

    private IReadOnlyList<Located> Alternatives(Located schema)
    {
        if (_declared.TryGetValue(schema.Node, out var declared))
            return declared;
        var written = SchemaShape.ValueAlternatives(schema);
        if (written.Count > 0)
            return written;
        if (schema.Mapping?.Contains("discriminator") == true && !schema.Mapping.Contains("oneOf") && !schema.Mapping.Contains("anyOf"))
            return AllHeirs(schema);
        return [];
    }

    private IReadOnlyList<Located> AllHeirs(Located schema)
    {
        var found = new List<Located>();
        var seen = new HashSet<SpecNode> { schema.Node };
        var open = new Queue<Located>();
        open.Enqueue(schema);
        while (open.Count > 0)
        {
            foreach (var heir in schemas.Variants(schema.Document).HeirsOf(open.Dequeue().Node))
            {
                if (!seen.Add(heir.Node))
                    continue;
                found.Add(heir);
                open.Enqueue(heir);
            }
        }

        return found;
    }

    /// <summary>Whether all alternatives are strings (or integers) of which some are named values: one open enum says that best.</summary>
    public bool IsEnumOfAlternatives(Located schema)
    {
        var alternatives = SchemaShape.ValueAlternatives(schema);
        if (alternatives.Count < 2 || Merges(schema))
            return false;

        var named = 0;
        foreach (var alternative in alternatives)
        {
            var last = SchemaChain.Of(context, alternative).Last;
            if (last.Mapping is not { } mapping || SchemaShape.Alternatives(last).Any())
                return false;
            var values = AlternativeValues(alternative);
            if (values.Count == 0 && !(SchemaShape.Types(last) is ["string"] && !mapping.Contains("format") && !mapping.Contains("contentEncoding")))
                return false;
            named += values.Count;
        }

        var all = EnumValues(schema);
        return named > 0 && (all.All(static v => v.Value.Kind == ScalarKind.String) || EnumBinder.IsInteger(all));
    }

    /// <summary>The values of an enum, its own or those of its alternatives.</summary>
    public IReadOnlyList<EnumValue> EnumValues(Located schema)
    {
        var own = EnumBinder.ValuesOf(schema);
        if (own.Count > 0)
            return own;

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. SchemaShape.ValueAlternatives(schema).SelectMany(AlternativeValues).Where(value => seen.Add(value.Value.Text))];
    }

    private IReadOnlyList<EnumValue> AlternativeValues(Located alternative)
    {
        var last = SchemaChain.Of(context, alternative).Last;
        if (last.Mapping?["const"] is SpecScalar { IsNull: false } only)
            return [new EnumValue(only, last.Text("title"), last.Text("description") ?? "")];
        return EnumBinder.ValuesOf(last);
    }

    /// <summary>The one scalar type that holds all alternatives; null when they differ in kind.</summary>
    public TypeRef? CommonScalar(IReadOnlyList<Located> alternatives)
    {
        TypeRef? common = null;
        foreach (var alternative in alternatives)
        {
            var chain = SchemaChain.Of(context, alternative);
            if (chain.IsBroken || chain.Last.Mapping is not { } mapping || mapping.Contains("allOf") || SchemaShape.Alternatives(chain.Last).Any() || mapping.Contains("enum"))
                return null;
            if (SchemaShape.Types(chain.Last) is not [("string" or "integer" or "number" or "boolean") and var type])
                return null;
            var scalar = ScalarBinder.Of(chain, type);
            if (common is null || common == scalar)
                common = scalar;
            else if (IsText(chain) && (common.Kind == TypeKind.String || IsTextual(common)))
                common = TypeRef.String;
            else if (IsNumber(scalar) && IsNumber(common))
                common = new TypeRef(TypeKind.Double);
            else
                return null;
        }

        return common;
    }

    private static bool IsText(SchemaChain chain) => SchemaShape.Types(chain.Last) is ["string"];

    private static bool IsTextual(TypeRef type) =>
        type.Kind is TypeKind.String or TypeKind.DateTime or TypeKind.Date or TypeKind.Guid or TypeKind.Uri or TypeKind.Bytes || type.Form == TextForm.Text;

    private static bool IsNumber(TypeRef type) =>
        type.Form == TextForm.Ordinary && type.Kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal;

    /// <summary>Builds the hierarchy's model.</summary>
    public UnionModel Build(Located schema, string name, string group)
    {
        var plan = Plan(schema, name);
        foreach (var place in plan.Cases)
        {
            if (place.Kind == UnionPlan.CaseKind.Merges)
                schemas.Add(schemas.Objects.Build(place.Schema, place.Members!, place.Name, group, plan, place));
        }

        var unknown = context.TypeNames.Take("Unknown" + name, name + "Unknown");
        return new UnionModel(
            name, group, SchemaFacets.Documentation(SchemaChain.Of(context, schema)), context.SourceOf(schema),
            plan.TagName is null ? UnionKind.Structural : UnionKind.Tagged, plan.TagName, plan.Shared.ToEquatableArray(),
            CasesInOrder(plan).Select(place => Case(place, plan)).ToEquatableArray(), unknown);
    }

    // A structural union tries the most demanding case first; ties keep the order of the contract.
    private static IEnumerable<UnionPlan.CasePlan> CasesInOrder(UnionPlan plan) =>
        plan.TagName is not null ? plan.Cases : plan.Cases.OrderByDescending(static place => place.Members?.Names.Count(place.Members.IsRequired) ?? 0);

    private UnionCaseModel Case(UnionPlan.CasePlan place, UnionPlan plan)
    {
        var required = plan.TagName is null && place.Members is { } members ? members.Names.Where(members.IsRequired) : [];
        return new UnionCaseModel(
            place.Name, place.Type, place.Kind == UnionPlan.CaseKind.Wraps, place.Tags.ToEquatableArray(), place.IsUntagged, required.ToEquatableArray(),
            plan.TagName is null ? EquatableArray.Of(JsonKind(place.Type)) : default,
            plan.TagName is null && place.Members is { } all ? Constants(all).ToEquatableArray() : default,
            SchemaFacets.Documentation(SchemaChain.Of(context, place.Schema)));
    }

    private static string JsonKind(TypeRef type) => (type.Kind, type.Form) switch
    {
        (TypeKind.List, _) => "array",
        (TypeKind.Map or TypeKind.Named, _) => "object",
        (TypeKind.Boolean, TextForm.Ordinary) => "boolean",
        (TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal, TextForm.Ordinary) => "number",
        (TypeKind.Json, _) => "any",
        (TypeKind.Enum, _) => "enum",
        _ => "string",
    };

    private IEnumerable<string> Constants(ObjectMembers members)
    {
        foreach (var name in members.Names)
        {
            if (TagValues(members, name) is [var only])
                yield return name + "=" + only;
        }
    }

    /// <summary>The layout of a union, made on first use.</summary>
    public UnionPlan Plan(Located schema, string name)
    {
        if (_plans.TryGetValue(schema.Node, out var known))
            return known;

        var variants = Variants(schema);
        var tag = TagOf(schema, variants);
        var cases = new List<UnionPlan.CasePlan>();
        var merges = Merges(schema);
        foreach (var (variant, members) in variants)
            cases.Add(CaseOf(schema, name, tag, variant, members, merges));

        var plan = new UnionPlan(name, tag, cases);
        _plans.Add(schema.Node, plan);
        if (cases.All(static place => place.Kind != UnionPlan.CaseKind.Wraps))
            plan.Shared = Shared(plan);
        return plan;
    }

    // Members beside the alternatives belong to every case.
    private static bool Merges(Located schema) => schema.Mapping?.Contains("properties") == true && SchemaShape.ValueAlternatives(schema).Count > 0;

    private List<(Located Variant, ObjectMembers? Members)> Variants(Located schema)
    {
        var found = new List<(Located, ObjectMembers?)>();
        var seen = new HashSet<SpecNode>();
        var merges = Merges(schema);
        foreach (var alternative in Alternatives(schema))
        {
            var chain = SchemaChain.Of(context, alternative);
            if (chain.IsBroken || !seen.Add(chain.Last.Node))
                continue;
            var variant = chain.Last;
            var isObject = !IsUnion(variant) && (SchemaShape.IsObject(context, variant) || (merges && SchemaShape.Types(variant).Count == 0));
            var members = !isObject ? null
                : merges ? ObjectMembers.Of(context, schema, variant)
                : ObjectMembers.Of(context, variant);
            found.Add((variant, members is { Names.Count: 0 } && !HasInheritance(variant, schema) ? null : members));
        }

        return found;
    }

    // An object without members can still be a case; as a free map it would swallow everything.
    private bool HasInheritance(Located variant, Located union) =>
        schemas.Variants(union.Document).UnionOf(variant.Node) is { } owner && owner.Node == union.Node;

    private UnionPlan.CasePlan CaseOf(Located union, string unionName, string? tag, Located variant, ObjectMembers? members, bool merges)
    {
        var tags = tag is null || members is null ? [] : Tags(union, tag, variant, members);
        var untagged = tag is not null && members is not null && tags.Count == 0;
        if (members is not null && merges)
        {
            var name = context.TypeNames.Take(unionName + CaseSuffix(variant, tags), unionName + CaseSuffix(variant, tags) + "Case");
            return new UnionPlan.CasePlan(variant, name, UnionPlan.CaseKind.Merges, members, new TypeRef(TypeKind.Named, name), tags, untagged);
        }

        var isInline = variant.Node.Parent is SpecSequence;
        if (isInline)
            schemas.SetOwner(variant.Node, unionName + CaseSuffix(variant, tags));

        if (members is not null && schemas.Variants(union.Document).UnionOf(variant.Node)?.Node == union.Node)
        {
            var own = schemas.Name(variant);
            return new UnionPlan.CasePlan(variant, own.Name!, UnionPlan.CaseKind.Inherits, members, own, tags, untagged);
        }

        var type = schemas.Bind(variant);
        var wrapper = context.TypeNames.Take(unionName + WrapperSuffix(type), unionName + WrapperSuffix(type) + "Case");
        return new UnionPlan.CasePlan(variant, wrapper, UnionPlan.CaseKind.Wraps, members, type, tags, untagged);
    }

    private static string CaseSuffix(Located variant, IReadOnlyList<string> tags)
    {
        if (variant.Text("title") is { } title && Naming.Pascal(title, "") is { Length: > 0 } name)
            return name;
        if (tags.Count > 0)
            return Naming.EnumMember(JsonLiteral.StringOf(tags[0]) ?? tags[0]);
        if (variant.Mapping?.Sequence("required")?.Items is [SpecScalar { AsString: { } first }, ..])
            return "With" + Naming.Pascal(first);
        return "Case";
    }

    private static string WrapperSuffix(TypeRef type) => type.Kind switch
    {
        TypeKind.Named or TypeKind.Enum => type.Name + "Case",
        TypeKind.List => "List",
        TypeKind.Map => "Map",
        TypeKind.Json => "Json",
        _ => type.Kind.ToString(),
    };

    private string? TagOf(Located schema, List<(Located Variant, ObjectMembers? Members)> variants)
    {
        if (variants.Any(static v => v.Members is null))
            return null;
        if ((schema.Child("discriminator") ?? default).Text("propertyName") is { } declared)
            return declared;

        // Without a discriminator: a member whose constants differ from case to case, missing in at most one of them.
        foreach (var name in variants.SelectMany(static v => v.Members!.Names).Distinct())
        {
            var values = variants.Select(v => TagValues(v.Members!, name)).ToList();
            var all = values.SelectMany(static v => v).ToList();
            if (values.Count(static v => v.Count == 0) <= 1 && all.Count > 1 && all.Distinct(StringComparer.Ordinal).Count() == all.Count)
                return name;
        }

        return null;
    }

    private IReadOnlyList<string> Tags(Located union, string tag, Located variant, ObjectMembers members)
    {
        if (union.Child("discriminator") is not { } discriminator)
            return TagValues(members, tag);

        var mapped = new List<string>();
        foreach (var (entry, value) in discriminator.Entries("mapping"))
        {
            if (value.Node is SpecScalar { AsString: { } target } && IsTarget(union, target, variant))
                mapped.Add(JsonLiteral.Of(entry.Key));
        }

        if (mapped.Count > 0)
            return mapped;
        var constants = TagValues(members, tag);
        if (constants.Count > 0)
            return constants;

        // OpenAPI: without a mapping the name of the component is the value.
        return [JsonLiteral.Of(ComponentName(variant))];
    }

    private bool IsTarget(Located union, string target, Located variant) =>
        (context.Specs.TryResolve(union.Document, target, out _, out var node, out _) && node == variant.Node)
        || (target.IndexOfAny(['#', '/']) < 0 && ComponentName(variant) == target);

    private static string ComponentName(Located schema) =>
        SpecPointer.Unescape(schema.Node.Pointer.Substring(schema.Node.Pointer.LastIndexOf('/') + 1));

    // Constants of a member, and the values of a short enum, as JSON texts.
    private IReadOnlyList<string> TagValues(ObjectMembers members, string name)
    {
        foreach (var schema in members.SchemasOf(name).Reverse())
        {
            var chain = SchemaChain.Of(context, schema);
            if (SchemaFacets.Constant(chain) is { } constant)
                return constant == "null" ? [] : [constant];
            var values = EnumBinder.ValuesOf(chain.Last);
            if (values.Count is > 0 and <= 16)
                return [.. values.Select(static value => JsonLiteral.Of(value.Value)).OfType<string>()];
        }

        return [];
    }

    private List<PropertyModel> Shared(UnionPlan plan)
    {
        var shared = new List<PropertyModel>();
        var scope = MemberNames.Scope([.. plan.AllNames]);
        var first = plan.Cases[0];
        foreach (var jsonName in first.Members!.Names)
        {
            if (jsonName == plan.TagName || !plan.Cases.All(place => place.Members!.Has(jsonName)))
                continue;

            var name = MemberNames.Take(scope, jsonName);
            var versions = plan.Cases.Select(place => schemas.Objects.BindProperty(jsonName, name, place.Members!.SchemasOf(jsonName), place.Members.IsRequired(jsonName))).ToList();
            if (versions.All(version => version.Type == versions[0].Type && version.Required == versions[0].Required && version.Constant is null))
                shared.Add(versions[0]);
        }

        return shared;
    }
}
