using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>The members of an object, gathered from a schema, its references and everything under <c>allOf</c>.</summary>
internal sealed class ObjectMembers
{
    private const int MaxDepth = 512;

    private readonly Dictionary<string, List<Located>> _byName = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);
    private readonly HashSet<SpecNode> _seen = [];

    private ObjectMembers()
    {
    }

    /// <summary>JSON names in the order of first mention, bases first.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The schema of members that have no name of their own; null when nothing is said of them.</summary>
    public Located? Additional { get; private set; }

    /// <summary>Whether the schema forbids members that it does not name.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Gathers the members of the given schemas, later ones on top.</summary>
    public static ObjectMembers Of(BindingContext context, params Located[] schemas)
    {
        var members = new ObjectMembers();
        foreach (var schema in schemas)
            members.Add(context, schema, 0);
        return members;
    }

    /// <summary>The schemas of a member, the outermost last; empty when it is only listed as required.</summary>
    public IReadOnlyList<Located> SchemasOf(string name) => _byName.TryGetValue(name, out var schemas) ? schemas : [];

    /// <summary>Whether a member must be present.</summary>
    public bool IsRequired(string name) => _required.Contains(name);

    /// <summary>Whether a member is declared.</summary>
    public bool Has(string name) => _byName.ContainsKey(name);

    private void Add(BindingContext context, Located schema, int depth)
    {
        if (depth > MaxDepth || schema.Mapping is not { } mapping || !_seen.Add(mapping))
            return;

        if (mapping.Contains("$ref") && context.Resolve(schema) is { } target && target.Node != schema.Node)
            Add(context, target, depth + 1);
        foreach (var part in schema.Items("allOf"))
            Add(context, part, depth + 1);
        // One alternative beside members of its own is no choice: it only adds.
        if (SchemaShape.HasMembersOfItsOwn(schema) && SchemaShape.ValueAlternatives(schema) is [var only])
            Add(context, only, depth + 1);

        foreach (var (entry, value) in schema.Entries("properties"))
        {
            if (context.Step())
                AddMember(entry.Key, value);
        }

        foreach (var item in schema.Items("required"))
        {
            if (item.Node is SpecScalar { AsString: { } name })
                _required.Add(name);
        }

        AddAdditional(schema, mapping);
    }

    private void AddMember(string name, Located schema)
    {
        if (!_byName.TryGetValue(name, out var schemas))
        {
            _byName.Add(name, schemas = []);
            _names.Add(name);
        }

        schemas.Add(schema);
    }

    private void AddAdditional(Located schema, SpecMapping mapping)
    {
        if ((mapping["additionalProperties"] ?? mapping["unevaluatedProperties"]) is not { } additional)
            return;
        if (additional is SpecScalar scalar && scalar.TryGetBoolean(out var allowed))
            IsClosed |= !allowed;
        else if (additional is SpecMapping { Count: > 0 })
            Additional ??= schema.At(additional);
    }
}
