using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>
/// Turns schemas into C# shapes, for whoever binds a kind of contract. The parts behind it know each other in one direction only:
/// kinds (what a schema becomes), types (what its uses are called), properties, unions, and the builders of declarations.
/// </summary>
/// <remarks>Lives for one binding and is not thread-safe.</remarks>
public sealed class SchemaBinder
{
    private readonly BindingContext _context;
    private readonly SchemaKinds _kinds;
    private readonly SchemaTypes _types;
    private readonly PropertyBinder _properties;
    private readonly RecordBuilder _records;
    private readonly UnionBuilder _unions;
    private readonly EnumBuilder _enums;
    private readonly SortedDictionary<int, IReadOnlyList<TypeModel>> _built = [];

    /// <summary>Makes a binder for the types of one contract.</summary>
    public SchemaBinder(BindingContext context)
    {
        _context = context;
        _kinds = new SchemaKinds(context);
        _types = new SchemaTypes(context, _kinds);
        _properties = new PropertyBinder(context, _types);
        var planner = new UnionPlanner(context, _kinds, _types, _properties);
        _records = new RecordBuilder(context, _kinds, _types, _properties, planner);
        _unions = new UnionBuilder(context, planner, _records);
        _enums = new EnumBuilder(context, _kinds);
    }

    /// <summary>The types that are built so far, in the order in which their names were given.</summary>
    public EquatableArray<TypeModel> Types => _built.Values.SelectMany(static types => types).ToEquatableArray();

    /// <summary>Says how types below a node are called: an operation, a message, a component.</summary>
    public void SetOwner(SpecNode node, string name) => _types.SetOwner(node, name);

    /// <summary>Gives the schemas of a mapping their names before anything else can take them.</summary>
    /// <param name="schemas">A mapping of names to schemas, such as <c>components/schemas</c>.</param>
    public void ReserveComponents(Located schemas)
    {
        foreach (var (entry, schema) in schemas.Entries())
            _types.SetOwner(schema.Node, Naming.Pascal(entry.Key, "Schema"));
        foreach (var (entry, schema) in schemas.Entries())
        {
            if (_kinds.Of(schema) == SchemaKind.Value)
                continue;

            // Of `order` and `Order`, the one that is written like its C# name has it, wherever it stands.
            var wanted = Naming.Pascal(entry.Key, "Schema");
            var isTaken = entry.Key != wanted && schemas.Mapping!.Contains(wanted);
            if (_types.Name(schema, isTaken ? wanted + "Model" : wanted).Name is { } name && name != wanted)
            {
                _context.Report(BindingRules.NameClash, FindingSeverity.Info, schema.Document, entry.KeySpan,
                    $"`{entry.Key}` would be `{wanted}` in C#, which something else is called. This schema is generated as `{name}`.");
            }
        }
    }

    /// <summary>Builds every type whose name was given, and those they need in turn.</summary>
    public void BuildAll()
    {
        while (_types.TryDequeue(out var named))
        {
            _context.Step();
            _built[named.Order] = [.. Build(named)];
        }
    }

    private IEnumerable<TypeModel> Build(NamedSchema named) => named.Kind switch
    {
        SchemaKind.Enum => [_enums.Build(named)],
        SchemaKind.Union => _unions.Build(named),
        _ => [_records.Build(named)],
    };

    /// <summary>The C# type of a schema; <see cref="TypeRef.Nullable"/> says whether it allows JSON <c>null</c>.</summary>
    public TypeRef Bind(Located schema) => _types.Bind(schema);

    /// <summary>Everything a schema says of a value: its type, limits and marks, as a property.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="jsonName">The value's name in the contract.</param>
    /// <param name="name">Its C# name.</param>
    /// <param name="required">Whether it must be present.</param>
    public PropertyModel BindValue(Located schema, string jsonName, string name, bool required) => _properties.Bind(jsonName, name, [schema], required);

    /// <summary>The type of values that fit one of several schemas, such as the messages of a channel.</summary>
    /// <param name="key">The node that stands for the choice.</param>
    /// <param name="alternatives">The schemas; at least one.</param>
    /// <param name="name">The wanted C# name of the union.</param>
    public TypeRef BindChoice(Located key, IReadOnlyList<Located> alternatives, string name)
    {
        var distinct = alternatives.Select(schema => SchemaChain.Of(_context, schema)).Where(static chain => !chain.IsBroken)
            .Select(static chain => chain.Last).Distinct().ToList();
        if (distinct.Count < 2)
            return distinct.Count == 1 ? Bind(distinct[0]) : SchemaTypes.AnyJson;

        _kinds.Declare(key, distinct);
        _types.SetOwner(key.Node, name);
        return _types.Name(key, name);
    }
}
