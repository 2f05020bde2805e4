using ClientGen.Specs.Reading;

namespace ContactCenter.Simulator.Contracts;

/// <summary>A value of a contract together with the document that holds it, which is where its references start.</summary>
internal readonly record struct ContractPlace(SpecDocument Document, SpecNode Node)
{
    /// <summary>References lead to references; more than this many in a row are a circle.</summary>
    private const int LongestChain = 32;

    /// <summary>File and line, for messages.</summary>
    public string Where => $"{Document.Path}({Node.Span.From.Line + 1})";

    /// <summary>The mapping that stands here; null when it is something else.</summary>
    public SpecMapping? Mapping => Node as SpecMapping;

    /// <summary>A member of the mapping that stands here.</summary>
    public ContractPlace? this[string key] => Mapping?[key] is { } value ? this with { Node = value } : null;

    /// <summary>A member with its reference followed.</summary>
    public ContractPlace? Follow(string key) => this[key]?.Followed();

    /// <summary>The text of a member; null where there is none.</summary>
    public string? Text(string key) => Mapping?.Text(key);

    /// <summary>The entries of a mapping; empty for anything else.</summary>
    public IEnumerable<(string Key, ContractPlace Place)> Entries()
    {
        var document = Document;
        return (Mapping?.Entries ?? []).Select(entry => (entry.Key, new ContractPlace(document, entry.Value)));
    }

    /// <summary>The items of a sequence; empty for anything else.</summary>
    public IEnumerable<ContractPlace> Items()
    {
        var document = Document;
        return ((Node as SpecSequence)?.Items ?? []).Select(item => new ContractPlace(document, item));
    }

    /// <summary>Where the reference that stands here leads; this place when none stands here.</summary>
    /// <exception cref="InvalidOperationException">The reference leads nowhere, or in a circle.</exception>
    public ContractPlace Followed()
    {
        var place = this;
        for (var steps = 0; steps < LongestChain; steps++)
        {
            if (place.Text("$ref") is not { } reference)
                return place;
            place = place.Target(reference);
        }

        throw new InvalidOperationException($"{Where}: the reference leads in a circle.");
    }

    /// <summary>What a reference means from here; one step.</summary>
    public ContractPlace Target(string reference) =>
        ContractFiles.Set.TryResolve(Document, reference, out var document, out var node, out var reason)
            ? new ContractPlace(document, node)
            : throw new InvalidOperationException($"{Where}: {reason}");
}
