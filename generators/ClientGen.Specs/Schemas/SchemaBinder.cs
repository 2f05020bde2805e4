using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>
/// Turns schemas into C# shapes. A use of a schema gets its <see cref="TypeRef"/> at once; the record, enum or union behind it is
/// built later from a queue, so that recursion in a contract is no recursion here.
/// </summary>
public sealed class SchemaBinder
{
    private const int MaxTypes = 50_000;

    private readonly BindingContext _context;
    private readonly SchemaNames _names = new();
    private readonly Dictionary<SpecDocument, VariantIndex> _variants = [];
    private readonly Dictionary<SpecNode, TypeRef> _types = [];
    private readonly HashSet<SpecNode> _underWay = [];
    private readonly Queue<Action> _queue = new();
    private readonly SortedDictionary<int, TypeModel> _built = [];
    private readonly UnionBinder _unions;
    private readonly ObjectBinder _objects;
    private int _reserved;

    /// <summary>Makes a binder for the types of one contract.</summary>
    public SchemaBinder(BindingContext context)
    {
        _context = context;
        _unions = new UnionBinder(context, this);
        _objects = new ObjectBinder(context, this);
    }

    /// <summary>The types so far, in the order in which their names were given.</summary>
    public EquatableArray<TypeModel> Types => _built.Values.ToEquatableArray();

    internal ObjectBinder Objects => _objects;

    /// <summary>Says how types below a node are called: an operation, a message, a component.</summary>
    public void SetOwner(SpecNode node, string name) => _names.SetOwner(node, name);

    /// <summary>Gives the schemas of a mapping their names before anything else can take them.</summary>
    /// <param name="schemas">A mapping of names to schemas, such as <c>components/schemas</c>.</param>
    public void ReserveComponents(Located schemas)
    {
        foreach (var (entry, schema) in schemas.Entries())
        {
            var wanted = Naming.Pascal(entry.Key, "Schema");
            _names.SetOwner(schema.Node, wanted);
            if (!NeedsName(schema))
                continue;

            if (_context.TypeNames.IsTaken(wanted))
            {
                _context.Report(BindingRules.NameClash, FindingSeverity.Info, schema.Document, entry.KeySpan,
                    $"`{entry.Key}` becomes `{wanted}` in C#, which another schema has already. This one is generated under a numbered name.");
            }

            Name(schema, wanted);
        }
    }

    /// <summary>Builds every type whose name was given, and those they need in turn.</summary>
    public void BuildAll()
    {
        while (_queue.Count > 0)
        {
            _context.Step();
            _queue.Dequeue()();
        }
    }

    /// <summary>The C# type of a schema; <see cref="TypeRef.Nullable"/> says whether it allows JSON <c>null</c>.</summary>
    public TypeRef Bind(Located schema)
    {
        _context.Step();
        var chain = SchemaChain.Of(_context, schema);
        return Bind(chain);
    }

    /// <summary>Everything a schema says of a value: its type, limits and marks, as an unnamed property.</summary>
    public PropertyModel BindValue(Located schema, string jsonName, string name, bool required) =>
        _objects.BindProperty(jsonName, name, [schema], required);

    /// <summary>The type of values that fit one of several schemas, such as the messages of a channel.</summary>
    /// <param name="key">The node that stands for the choice.</param>
    /// <param name="alternatives">The schemas; at least one.</param>
    /// <param name="name">The wanted C# name of the union.</param>
    public TypeRef BindChoice(Located key, IReadOnlyList<Located> alternatives, string name)
    {
        var distinct = alternatives.Select(schema => SchemaChain.Of(_context, schema)).Where(static chain => !chain.IsBroken)
            .Select(static chain => chain.Last).GroupBy(static schema => schema.Node).Select(static same => same.First()).ToList();
        if (distinct.Count < 2)
            return distinct.Count == 1 ? Bind(distinct[0]) : TypeRef.Json with { Nullable = true };

        _unions.Declare(key, distinct);
        Variants(key.Document).Declare(key, distinct);
        SetOwner(key.Node, name);
        return Name(key, name);
    }

    internal TypeRef Bind(SchemaChain chain)
    {
        if (chain.IsBroken)
            return TypeRef.Json with { Nullable = true };

        // A value type may be wrapped again and again (`A: {type: array, items: A}`); such a list has no C# name.
        var last = chain.Last;
        if (!_underWay.Add(last.Node))
            return Recursive(last);
        try
        {
            var type = BindShape(chain, last);
            var nullable = type.Nullable || chain.Links.Any(SchemaShape.AllowsNull) || type.Kind == TypeKind.Json;
            return nullable ? type.OrNull() : type;
        }
        finally
        {
            _underWay.Remove(last.Node);
        }
    }

    private TypeRef Recursive(Located schema)
    {
        if (_types.TryGetValue(schema.Node, out var named))
            return named;
        _context.Report(BindingRules.Schema, FindingSeverity.Warning, schema,
            "This schema contains itself without an object in between, which C# cannot name. The inner value is generated as JsonElement.");
        return TypeRef.Json with { Nullable = true };
    }

    private TypeRef BindShape(SchemaChain chain, Located schema)
    {
        if (_types.TryGetValue(schema.Node, out var known))
            return known;
        if (schema.Mapping is null)
            return TypeRef.Json;

        if (EnumBinder.IsTruthText(schema))
            return new TypeRef(TypeKind.Boolean, Form: TextForm.Text);
        if (NeedsName(schema))
            return Name(schema);

        var alternatives = SchemaShape.ValueAlternatives(schema);
        if (alternatives.Count == 1)
            return Bind(alternatives[0]);
        if (alternatives.Count > 1 && _unions.CommonScalar(alternatives) is { } common)
            return common;

        var types = SchemaShape.Types(schema);
        if (types.Count != 1)
            return ScalarBinder.OfSeveral(chain, types) ?? TypeRef.Json;
        return types[0] switch
        {
            "array" => List(schema),
            "object" => Map(schema),
            var scalar => ScalarBinder.Of(chain, scalar),
        };
    }

    private TypeRef List(Located schema)
    {
        var items = schema.Child("items");
        return new TypeRef(TypeKind.List, Element: items is { Node: SpecMapping } element ? Bind(element) : TypeRef.Json with { Nullable = true });
    }

    private TypeRef Map(Located schema)
    {
        var members = ObjectMembers.Of(_context, schema);
        return new TypeRef(TypeKind.Map, Element: members.Additional is { } value ? Bind(value) : TypeRef.Json with { Nullable = true });
    }

    /// <summary>Whether a schema becomes a type with a name: an enum, a union, or an object with members.</summary>
    internal bool NeedsName(Located schema)
    {
        if (schema.Mapping is not { } mapping)
            return false;
        if (mapping.Contains("$ref") && SchemaChain.Of(_context, schema).Last.Node != schema.Node)
            return false;
        if (EnumBinder.IsEnum(schema) || _unions.IsEnumOfAlternatives(schema))
            return true;
        if (_unions.IsUnion(schema))
            return true;
        if (SchemaChain.Of(_context, schema).Last.Node != schema.Node || SchemaShape.ValueAlternatives(schema).Count == 1 && !mapping.Contains("properties"))
            return false;
        return SchemaShape.IsObject(_context, schema)
            && (ObjectMembers.Of(_context, schema).Names.Count > 0 || Variants(schema.Document).UnionOf(schema.Node) is not null);
    }

    /// <summary>The unions of a document's schemas.</summary>
    internal VariantIndex Variants(SpecDocument document)
    {
        if (!_variants.TryGetValue(document, out var index))
            _variants.Add(document, index = VariantIndex.Of(_context, document));
        return index;
    }

    /// <summary>The union that a schema's record derives from and its place there; null for a record of its own.</summary>
    internal (UnionPlan Plan, UnionPlan.CasePlan Case)? PlanOfCase(Located schema)
    {
        if (Variants(schema.Document).UnionOf(schema.Node) is not { } union || !_unions.IsUnion(union))
            return null;
        var plan = _unions.Plan(union, Name(union).Name!);
        return plan.Cases.FirstOrDefault(place => place.Schema.Node == schema.Node && place.Kind == UnionPlan.CaseKind.Inherits) is { } found
            ? (plan, found)
            : null;
    }

    /// <summary>Gives a schema's type its name and puts its building into the queue.</summary>
    /// <param name="schema">A schema for which <see cref="NeedsName"/> holds.</param>
    /// <param name="wanted">The name; null for the one that follows from its place.</param>
    internal TypeRef Name(Located schema, string? wanted = null)
    {
        if (_types.TryGetValue(schema.Node, out var known))
            return known;
        if (_reserved >= MaxTypes)
        {
            _context.Report(BindingRules.Schema, FindingSeverity.Error, schema,
                $"The contract has more than {MaxTypes} types; this one is generated as JsonElement. Split the contract.");
            return TypeRef.Json with { Nullable = true };
        }

        var (place, group) = _names.NameOf(schema);
        var isEnum = EnumBinder.IsEnum(schema) || _unions.IsEnumOfAlternatives(schema);
        wanted ??= place;
        var name = isEnum ? _context.TypeNames.Take(wanted, wanted + "Kind", wanted + "Value") : _context.TypeNames.Take(wanted, wanted + "Model", wanted + "Object");
        var isInteger = isEnum && EnumBinder.IsInteger(_unions.EnumValues(schema));
        var type = new TypeRef(isEnum ? TypeKind.Enum : TypeKind.Named, name, Form: isInteger && EnumBinder.AcceptsText(schema) ? TextForm.NumberOrText : TextForm.Ordinary);
        _types.Add(schema.Node, type);

        var order = _reserved++;
        _queue.Enqueue(() => Build(schema, name, group, isEnum, order));
        return type;
    }

    private void Build(Located schema, string name, string group, bool isEnum, int order)
    {
        _built[order] = isEnum
            ? EnumBinder.Build(_context, schema, name, group, _unions.EnumValues(schema))
            : _unions.IsUnion(schema)
                ? _unions.Build(schema, name, group)
                : _objects.Build(schema, name, group);
    }

    /// <summary>Adds a type that has no schema of its own, such as a case that merges several.</summary>
    internal void Add(TypeModel type) => _built[_reserved++] = type;
}
