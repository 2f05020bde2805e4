using ClientGen.Specs.Binding;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>Names types after the place of their schema, so that neither the order of reading nor an unrelated edit can rename them.</summary>
internal sealed class SchemaNames
{
    // Keys that group definitions and say nothing of any of them.
    private static readonly HashSet<string> Groups = new(StringComparer.Ordinal)
    {
        "components", "schemas", "definitions", "$defs", "messages", "responses", "requestBodies", "parameters", "headers", "payload",
    };

    // Keys of a schema itself: what stands below belongs to the schema above.
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "properties", "patternProperties", "additionalProperties", "unevaluatedProperties", "items", "prefixItems", "allOf", "oneOf", "anyOf", "contains",
    };

    private readonly Dictionary<SpecNode, string> _owners = [];

    /// <summary>Says how types below a node are called: an operation, a message, a component.</summary>
    public void SetOwner(SpecNode node, string name) => _owners[node] = name;

    /// <summary>The wanted C# name of a schema's type, and the group (outermost owner) that it belongs to.</summary>
    public (string Name, string Group) NameOf(Located schema)
    {
        var steps = Steps(schema.Node);
        var at = steps.FindLastIndex(step => _owners.ContainsKey(step.Node));
        var (owner, group) = at >= 0
            ? (_owners[steps[at].Node], _owners[steps.First(step => _owners.ContainsKey(step.Node)).Node])
            : Definition(schema.Document, steps, out at);
        for (var i = at + 1; i < steps.Count; i++)
        {
            if (Suffix(steps[i], i > 0 ? steps[i - 1].Key : null) is { } suffix)
                owner = Join(owner, suffix);
        }

        return (owner, group);
    }

    private readonly record struct Step(SpecNode Node, string? Key);

    // From the root to the schema.
    private static List<Step> Steps(SpecNode schema)
    {
        var steps = new List<Step>();
        for (SpecNode? node = schema; node is not null; node = node.Parent)
            steps.Add(new Step(node, node.Key));
        steps.Reverse();
        return steps;
    }

    // In a file of parts, the key that names the definition; for a file that is one schema, the file's name.
    private static (string Owner, string Group) Definition(SpecDocument document, List<Step> steps, out int at)
    {
        var owner = Naming.Pascal(BaseName(document), "Schema");
        at = 0;
        for (var i = 1; i < steps.Count && steps[i].Key is { } key && !Keywords.Contains(key); i++)
        {
            if (Groups.Contains(key))
                continue;
            owner = Naming.Pascal(key, owner);
            at = i;
        }

        return (owner, owner);
    }

    // "PetPetStatus" says no more than "PetStatus" does.
    private static string Join(string owner, string suffix) =>
        suffix.Length > owner.Length && suffix.StartsWith(owner, StringComparison.Ordinal) && char.IsUpper(suffix[owner.Length]) ? suffix : owner + suffix;

    // What a step of a JSON pointer adds to a name; null for steps that say nothing.
    private static string? Suffix(Step step, string? container) => (container, step.Key) switch
    {
        (_, null) => null,
        ("parameters", _) when step.Node.Parent is SpecSequence => step.Node is SpecMapping parameter && parameter.Text("name") is { } name ? Naming.Pascal(name) : null,
        (_, _) when step.Node.Parent is SpecSequence => null,
        ("properties" or "patternProperties" or "$defs" or "definitions" or "schemas" or "headers" or "messages", var key) => Naming.Pascal(key),
        ("responses", var status) => ResponseSuffix(step.Node, status),
        (_, "items" or "additionalItems" or "contains") => "Item",
        (_, "additionalProperties" or "unevaluatedProperties") => "Value",
        (_, "requestBody") => "Request",
        (_, "itemSchema") => "Event",
        _ => null,
    };

    // The first success is the response; a second one, like an error, is called after its status.
    private static string ResponseSuffix(SpecNode answer, string status)
    {
        if (status.Length == 0 || status[0] != '2')
            return StatusNames.Of(status);
        var first = (answer.Parent as SpecMapping)?.Entries.FirstOrDefault(static entry => entry.Key.Length > 0 && entry.Key[0] == '2')?.Key;
        return first == status ? "Response" : StatusNames.Of(status) + "Response";
    }

    private static string BaseName(SpecDocument document)
    {
        var name = BindingContext.FileNameOf(document);
        var dot = name.IndexOf('.');
        return dot > 0 ? name.Substring(0, dot) : name;
    }
}
