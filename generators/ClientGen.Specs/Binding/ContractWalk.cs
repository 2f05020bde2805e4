using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Binding;

/// <summary>Visits the parts of a contract, and leaves out examples, defaults and other values that are data.</summary>
internal static class ContractWalk
{
    private static readonly HashSet<string> Data = new(StringComparer.Ordinal) { "example", "examples", "default", "const", "enum" };

    // The keys below these are names that the contract gives, so one called `default` is no keyword.
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "properties", "patternProperties", "$defs", "definitions", "schemas", "responses", "parameters", "headers", "requestBodies", "messages", "channels",
        "operations", "securitySchemes", "webhooks", "callbacks", "paths", "mapping",
    };

    /// <summary>All mappings of a document in its order, each once however many aliases repeat it.</summary>
    public static IEnumerable<SpecMapping> Mappings(BindingContext context, SpecDocument document)
    {
        var seen = new HashSet<SpecNode>();
        var open = new Stack<(SpecNode Node, bool HoldsNames)>();
        open.Push((document.Root, false));
        while (open.Count > 0)
        {
            var (node, holdsNames) = open.Pop();
            if (node is SpecScalar || !seen.Add(node))
                continue;
            context.Step();
            if (node is SpecSequence sequence)
            {
                for (var i = sequence.Items.Count - 1; i >= 0; i--)
                    open.Push((sequence.Items[i], false));
            }
            else if (node is SpecMapping mapping)
            {
                yield return mapping;
                for (var i = mapping.Entries.Count - 1; i >= 0; i--)
                {
                    var (key, value) = mapping.Entries[i];
                    if (holdsNames || !Data.Contains(key))
                        open.Push((value, !holdsNames && Names.Contains(key)));
                }
            }
        }
    }
}
