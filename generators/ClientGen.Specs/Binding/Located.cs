using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Binding;

/// <summary>A node and the document that it stands in.</summary>
/// <param name="Document">The document.</param>
/// <param name="Node">The node.</param>
public readonly record struct Located(SpecDocument Document, SpecNode Node)
{
    /// <summary>The node as a mapping; null when it is something else.</summary>
    public SpecMapping? Mapping => Node as SpecMapping;

    /// <summary>The same document, another node.</summary>
    public Located At(SpecNode node) => new(Document, node);

    /// <summary>The value of a key; null when the node is no mapping or has no such key.</summary>
    public Located? Child(string key) => Mapping?[key] is { } value ? At(value) : null;

    /// <summary>A string value of a key; null when there is none.</summary>
    public string? Text(string key) => Mapping?.Text(key);

    /// <summary>Whether a key has the value <c>true</c>.</summary>
    public bool Flag(string key) => Mapping?[key] is SpecScalar scalar && scalar.TryGetBoolean(out var value) && value;

    /// <summary>Whether the node is an object with a <c>$ref</c>.</summary>
    public bool IsReference => Mapping?.Text("$ref") is not null;

    /// <summary>The items of a sequence under a key; empty when there is none.</summary>
    public IEnumerable<Located> Items(string key)
    {
        var document = Document;
        return Mapping?.Sequence(key) is { } sequence ? sequence.Items.Select(item => new Located(document, item)) : [];
    }

    /// <summary>The entries of a mapping under a key; empty when there is none.</summary>
    public IEnumerable<(SpecEntry Entry, Located Value)> Entries(string key) => Child(key) is { } child ? child.Entries() : [];

    /// <summary>The entries of this mapping; empty when it is none.</summary>
    public IEnumerable<(SpecEntry Entry, Located Value)> Entries()
    {
        var document = Document;
        return Mapping is { } mapping ? mapping.Entries.Select(entry => (entry, new Located(document, entry.Value))) : [];
    }
}
