using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff.Schemas;

/// <summary>A schema as validators see it: references followed, <c>allOf</c> taken together, "or null" told apart from the rest.</summary>
internal sealed class SchemaView
{
    private const int MaxParts = 200;

    private readonly List<Located> _parts = [];
    private readonly List<Located> _way = [];
    private readonly DiffSide _side;
    private IReadOnlyDictionary<string, Located>? _properties;

    private SchemaView(DiffSide side, Located written)
    {
        _side = side;
        Place = written;
        Add(written, []);
        Types ??= TypesOfValues();
    }

    /// <summary>A schema; null gives one that allows everything.</summary>
    /// <param name="side">Where references lead.</param>
    /// <param name="written">The schema as its user writes it.</param>
    /// <param name="around">What stands around it, for the place when there is none.</param>
    public static SchemaView Of(DiffSide side, Located? written, Located around) => new(side, written ?? around) { IsAny = written is null };

    /// <summary>Where it stands.</summary>
    public Located Place { get; }

    /// <summary>Whether nobody wrote one, so that everything is allowed.</summary>
    public bool IsAny { get; private init; }

    /// <summary>Whether it is <c>false</c>, so that nothing is allowed.</summary>
    public bool IsNothing { get; private set; }

    /// <summary>Whether <c>null</c> is allowed where types are named.</summary>
    public bool IsNullable { get; private set; }

    /// <summary>Every schema on the way, references included: the owners that generated types name as their source.</summary>
    public IReadOnlyList<Located> Way => _way;

    /// <summary>What says what it is: the schema at the end of its references.</summary>
    public Located Core => _parts.Count > 0 ? _parts[0] : Place;

    /// <summary>The name of the shared schema that it is; null for one written in place.</summary>
    public string? SharedName
    {
        get
        {
            // What references lead to is named; the members of an allOf are not what it is.
            var named = Place.IsReference ? _way.FirstOrDefault(static node => !node.IsReference) : default;
            return named.Node is null ? null : SpecPointer.Unescape(named.Node.Pointer[(named.Node.Pointer.LastIndexOf('/') + 1)..]);
        }
    }

    /// <summary>Named types without <c>null</c>; null where any is allowed.</summary>
    public IReadOnlySet<string>? Types { get; private set; }

    /// <summary>Alternatives of <c>oneOf</c> or <c>anyOf</c> without "or null"; empty when there are none.</summary>
    public IReadOnlyList<Located> Variants { get; private set; } = [];

    /// <summary>The value of a keyword; null when no part has it.</summary>
    public Located? Find(string keyword) => IsAny ? null : _parts.Select(part => part.Child(keyword)).FirstOrDefault(static value => value is not null);

    /// <summary>The values of a keyword in all parts.</summary>
    public IEnumerable<Located> All(string keyword) => IsAny ? [] : _parts.Select(part => part.Child(keyword)).OfType<Located>();

    /// <summary>Whether some part says <c>true</c> to a keyword.</summary>
    public bool Flag(string keyword) => !IsAny && _parts.Concat(_way).Any(part => part.Flag(keyword));

    /// <summary>Declared members; where parts declare one twice, the first counts.</summary>
    public IReadOnlyDictionary<string, Located> Properties => _properties ??= FindProperties();

    /// <summary>Members that must be there, with the place that says so.</summary>
    public IReadOnlyDictionary<string, Located> Required
    {
        get
        {
            var required = new Dictionary<string, Located>(StringComparer.Ordinal);
            foreach (var list in All("required"))
            {
                foreach (var item in (list.Node as SpecSequence)?.Items ?? [])
                {
                    if (item is SpecScalar { AsString: { } name })
                        required.TryAdd(name, list.At(item));
                }
            }

            return required;
        }
    }

    private Dictionary<string, Located> FindProperties()
    {
        var properties = new Dictionary<string, Located>(StringComparer.Ordinal);
        foreach (var (entry, value) in All("properties").SelectMany(static map => map.Entries()))
            properties.TryAdd(entry.Key, value);
        return properties;
    }

    private void Add(Located written, HashSet<SpecNode> seen)
    {
        var at = written;
        // How a part of an allOf refers to its schema is nobody's source, and there may be many such references.
        if (_way.Count == 0 || !at.IsReference)
            _way.Add(at);
        while (at.Text("$ref") is { } reference)
        {
            if (!seen.Add(at.Node) || _side.Target(at, reference) is not { } target)
                return;
            // OpenAPI 3.1 lets keywords stand beside a reference; 3.0 says that they count for nothing.
            if (at.Document.Kind != SpecKind.OpenApi30 && at.Mapping!.Count > 1)
                _parts.Add(at);
            at = target;
            _way.Add(at);
        }

        if (at.Node is SpecScalar scalar && scalar.TryGetBoolean(out var truth))
            IsNothing |= !truth;
        if (at.Mapping is null || !seen.Add(at.Node) || _parts.Count >= MaxParts)
            return;
        _parts.Add(at);
        AddTypes(at);
        foreach (var member in at.Items("allOf"))
            Add(member, seen);
        AddVariants(at, seen);
    }

    private void AddTypes(Located part)
    {
        if (part.Flag("nullable"))
            IsNullable = true;
        var named = part.Child("type")?.Node switch
        {
            SpecScalar { AsString: { } one } => [one],
            SpecSequence several => several.Items.OfType<SpecScalar>().Select(static item => item.Text),
            _ => (IEnumerable<string>?)null,
        };
        if (named is null)
            return;
        var types = named.ToHashSet(StringComparer.Ordinal);
        // A number may be whole, so that naming both says no more.
        if (types.Contains("number"))
            types.Remove("integer");
        IsNullable |= types.Remove("null");
        Types = Types is null ? types : types.Where(Types.Contains).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A schema that lists its values has said their types.</summary>
    private HashSet<string>? TypesOfValues()
    {
        var values = Find("const") is { } only ? [only.Node] : (Find("enum")?.Node as SpecSequence)?.Items ?? [];
        var types = values.Select(TypeOf).ToHashSet(StringComparer.Ordinal);
        IsNullable |= types.Remove("null");
        return types.Count > 0 ? types : null;
    }

    private static string TypeOf(SpecNode value) => value switch
    {
        SpecMapping => "object",
        SpecSequence => "array",
        SpecScalar { Kind: ScalarKind.Boolean } => "boolean",
        SpecScalar { Kind: ScalarKind.Integer } => "integer",
        SpecScalar { Kind: ScalarKind.Number } => "number",
        SpecScalar { Kind: ScalarKind.Null } => "null",
        _ => "string",
    };

    private void AddVariants(Located part, HashSet<SpecNode> seen)
    {
        foreach (var keyword in (string[])["oneOf", "anyOf"])
        {
            var written = part.Items(keyword).ToList();
            var variants = written.Where(variant => !IsNull(variant)).ToList();
            IsNullable |= variants.Count < written.Count;
            // "This or null" is this, and a choice of one is none.
            if (variants.Count == 1)
                Add(variants[0], seen);
            else if (variants.Count > 1 && Variants.Count == 0)
                Variants = variants;
        }
    }

    private static bool IsNull(Located variant) => variant.Text("type") == "null" || (variant.Child("const")?.Node is SpecScalar { IsNull: true });
}
