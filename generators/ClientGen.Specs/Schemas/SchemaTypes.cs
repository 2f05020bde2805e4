using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>A schema whose type has a name and waits to be built.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Kind">What its type is; never <see cref="SchemaKind.Value"/>.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Group">The group of generated types that it belongs to.</param>
/// <param name="Order">Its place among all types.</param>
internal sealed record NamedSchema(Located Schema, SchemaKind Kind, string Name, string Group, int Order);

/// <summary>
/// Says what each use of a schema is in C#. A type that needs a declaration gets its name at once and waits in a queue to be built, so
/// that recursion in a contract is no recursion here.
/// </summary>
internal sealed class SchemaTypes(BindingContext context, SchemaKinds kinds)
{
    private const int MaxTypes = 50_000;

    // Deeper lists of lists would be C# that nobody reads, and a chain of references could make them as deep as the file is long.
    private const int MaxNesting = 32;

    private readonly SchemaNames _names = new();
    private readonly Dictionary<SpecNode, TypeRef> _types = [];
    private readonly HashSet<SpecNode> _underWay = [];
    private readonly Queue<NamedSchema> _waiting = new();

    /// <summary>Any JSON value, null included.</summary>
    public static TypeRef AnyJson { get; } = TypeRef.Json with { Nullable = true };

    /// <summary>Says how types below a node are called: an operation, a message, a component.</summary>
    public void SetOwner(SpecNode node, string name) => _names.SetOwner(node, name);

    /// <summary>Takes the next type to build.</summary>
    public bool TryDequeue(out NamedSchema named)
    {
        named = _waiting.Count > 0 ? _waiting.Dequeue() : null!;
        return named is not null;
    }

    /// <summary>The C# type of a schema; <see cref="TypeRef.Nullable"/> says whether it allows JSON <c>null</c>.</summary>
    public TypeRef Bind(Located schema) => context.Step() ? Bind(SchemaChain.Of(context, schema)) : AnyJson;

    /// <summary>The C# type of a value that a chain of schemas describes.</summary>
    public TypeRef Bind(SchemaChain chain)
    {
        if (chain.IsBroken)
            return AnyJson;

        var last = chain.Last;
        if (_underWay.Contains(last.Node) || _underWay.Count == MaxNesting)
            return Unnameable(last);
        _underWay.Add(last.Node);
        var type = BindShape(chain, last);
        _underWay.Remove(last.Node);
        if (type.Kind == TypeKind.Date && !context.HasDateOnly)
            type = type with { Form = TextForm.Midnight };
        return type.Kind == TypeKind.Json || chain.Links.Any(SchemaShape.AllowsNull) ? type.OrNull() : type;
    }

    // A list or map that contains itself (`A: {type: array, items: A}`) has no C# name.
    private TypeRef Unnameable(Located schema)
    {
        if (_types.TryGetValue(schema.Node, out var named))
            return named;
        context.Report(BindingRules.Schema, FindingSeverity.Warning, schema, _underWay.Count == MaxNesting
            ? $"Lists and maps are nested more than {MaxNesting} levels deep here. The inner value is generated as JsonElement."
            : "This schema contains itself without an object in between, which C# cannot name. The inner value is generated as JsonElement.");
        return AnyJson;
    }

    private TypeRef BindShape(SchemaChain chain, Located schema)
    {
        if (_types.TryGetValue(schema.Node, out var known))
            return known;
        if (kinds.Of(schema) != SchemaKind.Value)
            return Name(schema);
        if (schema.Mapping is null)
            return TypeRef.Json;
        if (SchemaShape.IsDynamic(schema))
            return Dynamic(schema);
        if (EnumValues.AreTruthTexts(EnumValues.Of(schema)))
            return new TypeRef(TypeKind.Boolean, Form: TextForm.Text);

        var alternatives = SchemaShape.ValueAlternatives(schema);
        if (alternatives.Count == 1 && !SchemaShape.HasMembersOfItsOwn(schema))
            return Bind(alternatives[0]);
        if (alternatives.Count > 1 && kinds.CommonScalar(alternatives) is { } common)
            return common;

        return SchemaShape.Types(schema) switch
        {
            ["array"] => List(schema),
            ["object"] => Map(schema),
            [var scalar] => ScalarBinder.Of(chain, scalar),
            var several => ScalarBinder.OfSeveral(chain, several) ?? TypeRef.Json,
        };
    }

    private TypeRef Dynamic(Located schema)
    {
        context.Report(BindingRules.Schema, FindingSeverity.Info, schema,
            "What `$dynamicRef` means depends on the schema that it is reached through, which one C# type cannot follow. The value is generated as JsonElement.");
        return TypeRef.Json;
    }

    // `prefixItems` gives each place a type of its own; a C# list has one for all.
    private TypeRef List(Located schema) =>
        new(TypeKind.List, Element: schema.Child("items") is { Node: SpecMapping } items && !schema.Mapping!.Contains("prefixItems") ? Bind(items) : AnyJson);

    private TypeRef Map(Located schema)
    {
        var members = kinds.Members(schema);
        return new TypeRef(TypeKind.Map, Element: members.Additional is { } value ? Bind(value) : OfPatterns(schema, members) ?? AnyJson);
    }

    // Where only names of some patterns are allowed, all values have their type if it is one.
    private TypeRef? OfPatterns(Located schema, ObjectMembers members)
    {
        if (!members.IsClosed)
            return null;
        var types = schema.Entries("patternProperties").Select(entry => Bind(entry.Value)).Distinct().Take(2).ToList();
        return types.Count == 1 ? types[0] : null;
    }

    /// <summary>The name of a schema's type, given on first use.</summary>
    /// <param name="schema">A schema whose kind is not <see cref="SchemaKind.Value"/>.</param>
    /// <param name="wanted">The name; null for the one that follows from its place.</param>
    public TypeRef Name(Located schema, string? wanted = null)
    {
        if (_types.TryGetValue(schema.Node, out var known))
            return known;
        if (_types.Count >= MaxTypes)
        {
            context.Report(BindingRules.Schema, FindingSeverity.Error, schema,
                $"The contract has more than {MaxTypes} types; this one is generated as JsonElement. Split the contract.");
            return AnyJson;
        }

        var (place, group) = _names.NameOf(schema);
        wanted ??= place;
        var kind = kinds.Of(schema);
        var name = kind == SchemaKind.Enum
            ? context.TypeNames.Take(wanted, wanted + "Kind", wanted + "Value")
            : context.TypeNames.Take(wanted, wanted + "Model", wanted + "Object");
        var isNumberOrText = kind == SchemaKind.Enum && SchemaKinds.AcceptsText(schema) && EnumValues.AreIntegers(kinds.ValuesOf(schema));
        var type = new TypeRef(kind == SchemaKind.Enum ? TypeKind.Enum : TypeKind.Named, name, Form: isNumberOrText ? TextForm.NumberOrText : TextForm.Ordinary);
        _waiting.Enqueue(new NamedSchema(schema, kind, name, group, _types.Count));
        _types.Add(schema.Node, type);
        return type;
    }
}
