using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>
/// The schemas that describe one value: the place that uses it, every <c>$ref</c> on the way, and at the end the schema that says what
/// it is. A keyword near the use wins over the same keyword behind a reference.
/// </summary>
internal sealed class SchemaChain
{
    private const int MaxLinks = 64;

    // Beside a $ref (OpenAPI 3.1), these say more about the shape; everything else only annotates or narrows.
    private static readonly string[] ShapeKeywords = ["properties", "allOf", "oneOf", "anyOf", "additionalProperties", "items", "type"];

    private readonly List<Located> _links;

    private SchemaChain(List<Located> links, bool isBroken)
    {
        _links = links;
        IsBroken = isBroken;
    }

    /// <summary>Whether a reference on the way leads nowhere; reported already.</summary>
    public bool IsBroken { get; }

    /// <summary>The schema that says what the value is.</summary>
    public Located Last => _links[_links.Count - 1];

    /// <summary>All schemas, the outermost first.</summary>
    public IReadOnlyList<Located> Links => _links;

    /// <summary>Follows references and <c>allOf</c> wrappers of a single schema.</summary>
    public static SchemaChain Of(BindingContext context, Located schema)
    {
        var links = new List<Located>();
        var at = schema;
        while (links.Count < MaxLinks)
        {
            links.Add(at);
            if (at.Mapping is not { } mapping)
                return new SchemaChain(links, isBroken: false);

            if (mapping.Contains("$ref") && mapping.Text("$ref") is not null)
            {
                if (HasShapeBesideReference(at, mapping))
                    return new SchemaChain(links, isBroken: false);
                if (context.Resolve(at.At(mapping), link => AddReference(links, link)) is not { } target)
                    return new SchemaChain(links, isBroken: true);
                at = target;
                continue;
            }

            if (mapping.Sequence("allOf") is { Items: [SpecMapping only] } && IsMereWrapper(at, mapping, only))
            {
                at = at.At(only);
                continue;
            }

            return new SchemaChain(links, isBroken: false);
        }

        return new SchemaChain(links, isBroken: true);
    }

    // `allOf` of one schema with nothing but annotations beside it, which is how OpenAPI 3.0 describes a reference. A component that
    // consists of its base alone is a type of its own where the base tells its heirs apart.
    private static bool IsMereWrapper(Located at, SpecMapping mapping, SpecMapping only) =>
        mapping.Entries.All(static entry => entry.Key is "allOf" or "type" or "description" or "title" or "nullable" or "deprecated" or "default" or "example"
            or "examples" or "readOnly" or "writeOnly" || entry.Key.StartsWith("x-", StringComparison.Ordinal))
        && !(only.Contains("$ref") && IsComponent(at));

    /// <summary>Whether a schema stands under <c>components/schemas</c>, so that it has a name of its own.</summary>
    public static bool IsComponent(Located at) =>
        at.Node.Parent?.Parent is SpecMapping components && components.Parent == at.Document.Root && components.Mapping("schemas") == at.Node.Parent;

    private static void AddReference(List<Located> links, Located link)
    {
        if (links[links.Count - 1].Node != link.Node)
            links.Add(link);
    }

    // In OpenAPI 3.0 "any sibling elements of a $ref are ignored".
    private static bool HasShapeBesideReference(Located at, SpecMapping mapping) =>
        at.Document.Kind != SpecKind.OpenApi30 && mapping.Count > 1 && ShapeKeywords.Any(mapping.Contains);

    /// <summary>Several descriptions of one value as one chain, the first being the outermost.</summary>
    public static SchemaChain Combine(IReadOnlyList<SchemaChain> chains) =>
        chains.Count == 1 ? chains[0] : new SchemaChain([.. chains.SelectMany(static chain => chain._links)], chains.Any(static chain => chain.IsBroken));

    /// <summary>The first value of a keyword; null when no schema has it.</summary>
    public SpecNode? Find(string keyword) => Locate(keyword)?.Node;

    /// <summary>The first value of a keyword with its document.</summary>
    public Located? Locate(string keyword)
    {
        foreach (var link in _links)
        {
            if (link.Mapping?[keyword] is { } value)
                return link.At(value);
        }

        return null;
    }

    /// <summary>The first string value of a keyword; null when no schema has one.</summary>
    public string? Text(string keyword) => (Find(keyword) as SpecScalar)?.AsString;

    /// <summary>Whether some schema sets a keyword to true.</summary>
    public bool Flag(string keyword) => _links.Any(link => link.Flag(keyword));
}
