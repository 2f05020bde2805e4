using ClientGen.Specs.Binding;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>Names types after the place of their schema, so that neither the order of reading nor an unrelated edit can rename them.</summary>
internal sealed class SchemaNames
{
    private readonly Dictionary<SpecNode, string> _owners = [];

    /// <summary>Says how types below a node are called: an operation, a message, a component.</summary>
    public void SetOwner(SpecNode node, string name) => _owners[node] = name;

    /// <summary>The wanted C# name of a schema's type, and the group (outermost owner) that it belongs to.</summary>
    public (string Name, string Group) NameOf(Located schema)
    {
        var suffixes = new List<string>();
        var node = schema.Node;
        while (node.Parent is { } parent)
        {
            if (_owners.TryGetValue(node, out var owner))
                return (Compose(owner, suffixes), OutermostOwner(node, owner));
            if (Suffix(parent, node) is { } suffix)
                suffixes.Add(suffix);
            node = parent;
        }

        // A definition in a file of parts is called by the last keys of its place; the whole file by its name.
        var file = Naming.Pascal(BaseName(schema.Document), "Schema");
        var name = suffixes.Count == 0 ? file : Compose("", suffixes);
        return (name, name);
    }

    private string OutermostOwner(SpecNode node, string owner)
    {
        while (node.Parent is { } parent)
        {
            node = parent;
            if (_owners.TryGetValue(node, out var outer))
                owner = outer;
        }

        return owner;
    }

    private static string Compose(string owner, List<string> suffixes)
    {
        for (var i = suffixes.Count - 1; i >= 0; i--)
        {
            // "PetPetStatus" says no more than "PetStatus" does.
            var suffix = suffixes[i];
            owner = owner.Length > 0 && suffix.Length > owner.Length && suffix.StartsWith(owner, StringComparison.Ordinal)
                && char.IsUpper(suffix[owner.Length]) ? suffix : owner + suffix;
        }

        return owner.Length > 0 ? owner : "Schema";
    }

    // What a step of a JSON pointer adds to a name; null for steps that say nothing.
    private static string? Suffix(SpecNode parent, SpecNode node)
    {
        var key = KeyOf(parent, node);
        var grandparent = parent.Parent;
        var container = grandparent is null ? null : KeyOf(grandparent, parent);
        return (container, key) switch
        {
            ("properties" or "patternProperties" or "$defs" or "definitions" or "schemas", not null) => Naming.Pascal(key!),
            ("headers" or "messages", not null) => Naming.Pascal(key!),
            (_, "items" or "additionalItems" or "contains") => "Item",
            (_, "additionalProperties" or "unevaluatedProperties") => "Value",
            (_, "requestBody") => "Request",
            ("responses", not null) => StatusSuffix(key!),
            (_, "itemSchema") => "Event",
            _ => parent is SpecSequence ? SequenceSuffix(container, node) : null,
        };
    }

    private static string StatusSuffix(string status) => status.StartsWith("2", StringComparison.Ordinal) ? "Response" : StatusNames.Of(status);

    private static string? SequenceSuffix(string? container, SpecNode node) => container switch
    {
        null => null,
        "parameters" => node is SpecMapping mapping && mapping.Text("name") is { } name ? Naming.Pascal(name) : null,
        _ => null,
    };

    private static string? KeyOf(SpecNode parent, SpecNode node)
    {
        switch (parent)
        {
            case SpecMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    if (ReferenceEquals(entry.Value, node))
                        return entry.Key;
                }

                return null;

            // The key of a sequence's item is the sequence's own, so that its items see the container they stand in.
            case SpecSequence { Parent: { } holder } sequence:
                return holder is SpecMapping ? KeyOf(holder, sequence) is { } key ? "[" + key : null : null;

            default:
                return null;
        }
    }

    private static string BaseName(SpecDocument document)
    {
        var name = BindingContext.FileNameOf(document);
        var dot = name.IndexOf('.');
        return dot > 0 ? name.Substring(0, dot) : name;
    }
}
