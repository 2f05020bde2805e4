using System.Diagnostics.CodeAnalysis;

namespace ClientGen.Specs.Reading;

/// <summary>The names that JSON Schema gives to values: <c>$id</c>, <c>$anchor</c>, and OpenAPI 3.2's <c>$self</c>.</summary>
internal sealed class SpecNames
{
    private readonly Dictionary<string, (SpecDocument Document, SpecNode Node)> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(SpecNode Root, string Name), SpecNode> _anchors = [];
    private readonly Dictionary<SpecDocument, string> _bases = [];

    /// <summary>Looks through all documents.</summary>
    public static SpecNames Of(IReadOnlyList<SpecDocument> documents)
    {
        var names = new SpecNames();
        foreach (var document in documents)
            names.Add(document);
        return names;
    }

    /// <summary>Finds the schema or document with an <c>$id</c>.</summary>
    public bool TryFindId(
        SpecDocument from, string reference, [NotNullWhen(true)] out SpecDocument? document, [NotNullWhen(true)] out SpecNode? node)
    {
        var found = _byId.TryGetValue(reference, out var named)
            || (_bases.TryGetValue(from, out var start) && Combine(start, reference) is { } id && _byId.TryGetValue(id, out named));
        document = named.Document;
        node = named.Node;
        return found;
    }

    /// <summary>Finds an anchor within a document or within the part of it that has its own <c>$id</c>.</summary>
    public bool TryFindAnchor(SpecDocument document, SpecNode root, string name, [NotNullWhen(true)] out SpecNode? node) =>
        _anchors.TryGetValue((root, name), out node) || _anchors.TryGetValue((document.Root, name), out node);

    private void Add(SpecDocument document)
    {
        // Depth first with a stack of our own; a value that aliases repeat is looked at once.
        var open = new Stack<(SpecNode Node, SpecNode Root, string Base)>();
        var seen = new HashSet<SpecNode>();
        open.Push((document.Root, document.Root, ""));
        while (open.Count > 0)
        {
            var (node, root, start) = open.Pop();
            if (node is SpecSequence sequence)
            {
                foreach (var item in sequence.Items)
                    open.Push((item, root, start));
            }
            else if (node is SpecMapping mapping && seen.Add(mapping))
            {
                (root, start) = AddNames(document, mapping, root, start);
                foreach (var entry in mapping.Entries)
                    open.Push((entry.Value, root, start));
            }
        }
    }

    private (SpecNode Root, string Base) AddNames(SpecDocument document, SpecMapping mapping, SpecNode root, string start)
    {
        if ((mapping.Text("$id") ?? (mapping.Parent is null ? mapping.Text("$self") : null)) is { Length: > 0 } id && id[0] != '#')
        {
            root = mapping;
            start = Combine(start, id.TrimEnd('#')) ?? id;
            AddOnce(_byId, start, (document, mapping));
            AddOnce(_byId, id, (document, mapping));
            if (mapping.Parent is null)
                _bases[document] = start;
        }

        foreach (var keyword in (string[])["$anchor", "$dynamicAnchor"])
        {
            if (mapping.Text(keyword) is { } anchor)
                AddOnce(_anchors, (root, anchor), mapping);
        }

        return (root, start);
    }

    private static string? Combine(string start, string reference)
    {
        if (Uri.TryCreate(reference, UriKind.Absolute, out var absolute))
            return absolute.AbsoluteUri;
        return Uri.TryCreate(start, UriKind.Absolute, out var parent) && Uri.TryCreate(parent, reference, out var combined)
            ? combined.AbsoluteUri
            : null;
    }

    private static void AddOnce<TKey, TValue>(Dictionary<TKey, TValue> names, TKey name, TValue value)
        where TKey : notnull
    {
        if (!names.ContainsKey(name))
            names.Add(name, value);
    }
}
