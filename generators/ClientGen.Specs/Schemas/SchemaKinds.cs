using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>What a schema becomes in C#.</summary>
internal enum SchemaKind
{
    /// <summary>A value without a declaration of its own: text, a number, a list, a map, JSON, or whatever a reference leads to.</summary>
    Value,

    /// <summary>An enum.</summary>
    Enum,

    /// <summary>A closed hierarchy.</summary>
    Union,

    /// <summary>A record.</summary>
    Record,
}

/// <summary>Decides what each schema of a contract becomes. Knows no C# names, so that every decision here is about the contract alone.</summary>
internal sealed class SchemaKinds(BindingContext context)
{
    private readonly Dictionary<SpecNode, SchemaKind> _kinds = [];
    private readonly Dictionary<SpecNode, ObjectMembers> _members = [];
    private readonly Dictionary<SpecNode, IReadOnlyList<Located>> _declared = [];
    private VariantIndex? _variants;

    private VariantIndex Variants => _variants ??= VariantIndex.Of(context);

    /// <summary>Makes a node stand for a union of schemas that no <c>oneOf</c> lists, such as the messages of a channel.</summary>
    public void Declare(Located key, IReadOnlyList<Located> alternatives)
    {
        _declared[key.Node] = alternatives;
        Variants.Declare(key, alternatives);
        foreach (var alternative in alternatives)
            _kinds.Remove(alternative.Node);
    }

    /// <summary>What a schema becomes; references are values, the schema behind them is something of its own.</summary>
    public SchemaKind Of(Located schema)
    {
        if (!_kinds.TryGetValue(schema.Node, out var kind))
            _kinds.Add(schema.Node, kind = Decide(schema));
        return kind;
    }

    private SchemaKind Decide(Located schema)
    {
        if (_declared.ContainsKey(schema.Node))
            return SchemaKind.Union;
        if (schema.Mapping is null || SchemaShape.IsDynamic(schema) || SchemaChain.Of(context, schema).Last.Node != schema.Node)
            return SchemaKind.Value;
        if (IsEnum(schema) || IsEnumOfAlternatives(schema))
            return SchemaKind.Enum;

        var alternatives = Alternatives(schema);
        var written = SchemaShape.ValueAlternatives(schema).Count;
        if (alternatives.Count > 1 ? CommonScalar(alternatives) is null : alternatives.Count == 1 && written == 0)
            return SchemaKind.Union;
        if (written == 1 && !SchemaShape.HasMembersOfItsOwn(schema))
            return SchemaKind.Value;
        return SchemaShape.IsObject(context, schema) && (Members(schema).Names.Count > 0 || IsEmptyCase(schema)) ? SchemaKind.Record : SchemaKind.Value;
    }

    // An object without members can still be a case; as a free map it would swallow everything. A map of typed values stays a map.
    private bool IsEmptyCase(Located schema) => Members(schema).Additional is null && UnionOf(schema) is not null;

    /// <summary>The union that a schema's record derives from; null for a record that stands alone.</summary>
    public Located? UnionOf(Located schema) =>
        Variants.UnionOf(schema.Node) is { } union && union.Node != schema.Node && Of(union) == SchemaKind.Union ? union : null;

    /// <summary>The members of an object schema.</summary>
    public ObjectMembers Members(Located schema)
    {
        if (!_members.TryGetValue(schema.Node, out var members))
            _members.Add(schema.Node, members = ObjectMembers.Of(context, schema));
        return members;
    }

    /// <summary>The schemas that a union chooses from: what it lists, or the heirs of a base with a discriminator.</summary>
    public IReadOnlyList<Located> Alternatives(Located schema)
    {
        if (_declared.TryGetValue(schema.Node, out var declared))
            return declared;
        var written = SchemaShape.ValueAlternatives(schema);
        return written.Count > 0 || schema.Mapping?.Contains("discriminator") != true || SchemaShape.Alternatives(schema).Any()
            ? written
            : Variants.HeirsOf(schema.Node);
    }

    private static bool IsEnum(Located schema)
    {
        var values = EnumValues.Of(schema);
        return EnumValues.FitOneEnum(values) && !EnumValues.AreTruthTexts(values) && SchemaShape.ValueAlternatives(schema).Count == 0;
    }

    /// <summary>Whether all alternatives are strings (or integers) of which some are named values: one open enum says that best.</summary>
    private bool IsEnumOfAlternatives(Located schema)
    {
        var alternatives = SchemaShape.ValueAlternatives(schema);
        if (alternatives.Count < 2 || SchemaShape.HasMembersOfItsOwn(schema))
            return false;

        foreach (var alternative in alternatives)
        {
            var last = SchemaChain.Of(context, alternative).Last;
            if (last.Mapping is not { } mapping || SchemaShape.Alternatives(last).Any())
                return false;
            var isAnyText = SchemaShape.Types(last) is ["string"] && !mapping.Contains("format") && !mapping.Contains("contentEncoding");
            if (ValuesOfAlternative(alternative).Count == 0 && !isAnyText)
                return false;
        }

        return EnumValues.FitOneEnum(ValuesOf(schema));
    }

    /// <summary>The values of an enum, its own or those of its alternatives.</summary>
    public IReadOnlyList<EnumValue> ValuesOf(Located schema)
    {
        var own = EnumValues.Of(schema);
        if (own.Count > 0)
            return own;

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. SchemaShape.ValueAlternatives(schema).SelectMany(ValuesOfAlternative).Where(value => seen.Add(value.Value.Text))];
    }

    private IReadOnlyList<EnumValue> ValuesOfAlternative(Located alternative)
    {
        var last = SchemaChain.Of(context, alternative).Last;
        return last.Mapping?["const"] is SpecScalar { IsNull: false } only
            ? [new EnumValue(only, last.Text("title"), last.Text("description") ?? "")]
            : EnumValues.Of(last);
    }

    /// <summary>Whether the schema of an integer enum also allows the number as text.</summary>
    public static bool AcceptsText(Located schema) => SchemaShape.Types(schema).Contains("string");

    /// <summary>The one scalar type that holds all alternatives; null when they differ in kind.</summary>
    public TypeRef? CommonScalar(IReadOnlyList<Located> alternatives)
    {
        TypeRef? common = null;
        foreach (var alternative in alternatives)
        {
            var chain = SchemaChain.Of(context, alternative);
            if (chain.IsBroken || chain.Last.Mapping is not { } mapping || mapping.Contains("allOf") || mapping.Contains("enum") || SchemaShape.Alternatives(chain.Last).Any())
                return null;
            if (SchemaShape.Types(chain.Last) is not [("string" or "integer" or "number" or "boolean") and var type])
                return null;
            common = common is null ? ScalarBinder.Of(chain, type) : ScalarBinder.Common(common, ScalarBinder.Of(chain, type));
            if (common is null)
                return null;
        }

        return common;
    }
}
