namespace ClientGen.Specs.Reading;

/// <summary>
/// What both readers share: entries and items wait on two stacks until their mapping or sequence is complete, so that every
/// node gets an array of the right size.
/// </summary>
internal sealed class SpecBuilder(SpecText source, FindingList findings, CancellationToken cancellationToken)
{
    private readonly List<SpecEntry> _entries = [];
    private readonly List<SpecNode> _items = [];

    /// <summary>The number of values so far, aliases expanded.</summary>
    public int Nodes { get; private set; }

    /// <summary>The number of entries that wait; pass it to <see cref="CompleteMapping"/>.</summary>
    public int Entries => _entries.Count;

    /// <summary>The number of items that wait; pass it to <see cref="CompleteSequence"/>.</summary>
    public int Items => _items.Count;

    /// <summary>Counts values.</summary>
    /// <returns>False when the document has too many, which is then reported.</returns>
    public bool TryCount(int nodes, int start, int length)
    {
        if (nodes > ReadingLimits.Nodes - Nodes)
        {
            findings.Error(ReadingRules.Limit, start, length, FormattableString.Invariant(
                $"The document has more than {ReadingLimits.Nodes:N0} values here, aliases expanded. The rest is left out; split it into several files."));
            return false;
        }

        var before = Nodes;
        Nodes += nodes;
        if (before / ReadingLimits.NodesBetweenCancellationChecks != Nodes / ReadingLimits.NodesBetweenCancellationChecks)
            cancellationToken.ThrowIfCancellationRequested();
        return true;
    }

    /// <summary>Reports a value that lies too deep.</summary>
    public void TooDeep(int start, int length) =>
        findings.Error(ReadingRules.Limit, start, length, FormattableString.Invariant(
            $"This value is nested more than {ReadingLimits.Depth} levels deep and is left out. Move parts into `components` and refer to them."));

    /// <summary>Adds an entry to the innermost open mapping.</summary>
    public void Add(SpecEntry entry) => _entries.Add(entry);

    /// <summary>Adds an item to the innermost open sequence.</summary>
    public void Add(SpecNode item) => _items.Add(item);

    /// <summary>A null where the text has no value, or none that is kept.</summary>
    public SpecScalar Nothing(SpecNode? parent, int index, int start, int length) =>
        new(source, parent, index, start, length, ScalarKind.Null, "");

    /// <summary>Completes a sequence with the items since <paramref name="first"/>.</summary>
    public void CompleteSequence(SpecSequence sequence, int first, int end)
    {
        var items = new SpecNode[_items.Count - first];
        _items.CopyTo(first, items, 0, items.Length);
        _items.RemoveRange(first, items.Length);
        sequence.Complete(items, end - sequence.Start);
    }

    /// <summary>Completes a mapping with the entries since <paramref name="first"/>; of a repeated key the first counts.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="first">What <see cref="Entries"/> was when the mapping began.</param>
    /// <param name="end">Offset just behind the mapping.</param>
    /// <param name="merged">Mappings that YAML's <c>&lt;&lt;</c> adds: their entries come last, and only where a key is new.</param>
    public void CompleteMapping(SpecMapping mapping, int first, int end, IReadOnlyList<SpecMapping>? merged = null)
    {
        var count = _entries.Count - first;
        var lookup = SpecMapping.NeedsLookup(count) ? new Dictionary<string, SpecEntry>(count, StringComparer.Ordinal) : null;
        var kept = first;
        for (var at = first; at < _entries.Count; at++)
        {
            var entry = _entries[at];
            if (Find(entry.Key, first, kept, lookup) is { } earlier)
            {
                Duplicate(entry, earlier);
                continue;
            }

            lookup?.Add(entry.Key, entry);
            _entries[kept++] = entry;
        }

        if (kept < _entries.Count)
            _entries.RemoveRange(kept, _entries.Count - kept);
        if (merged is not null)
            lookup = Merge(merged, first, lookup);

        var entries = new SpecEntry[_entries.Count - first];
        _entries.CopyTo(first, entries, 0, entries.Length);
        _entries.RemoveRange(first, entries.Length);
        mapping.Complete(entries, lookup, end - mapping.Start);
    }

    private Dictionary<string, SpecEntry>? Merge(IReadOnlyList<SpecMapping> merged, int first, Dictionary<string, SpecEntry>? lookup)
    {
        foreach (var mapping in merged)
        {
            foreach (var entry in mapping.Entries)
            {
                if (Find(entry.Key, first, _entries.Count, lookup) is not null)
                    continue;

                _entries.Add(entry);
                lookup?.Add(entry.Key, entry);
                if (lookup is null && SpecMapping.NeedsLookup(_entries.Count - first))
                    lookup = _entries.Skip(first).ToDictionary(static known => known.Key, StringComparer.Ordinal);
            }
        }

        return lookup;
    }

    private SpecEntry? Find(string key, int first, int end, Dictionary<string, SpecEntry>? lookup)
    {
        if (lookup is not null)
            return lookup.TryGetValue(key, out var found) ? found : null;

        for (var at = first; at < end; at++)
        {
            if (_entries[at].Key == key)
                return _entries[at];
        }

        return null;
    }

    private void Duplicate(SpecEntry entry, SpecEntry earlier)
    {
        if (findings.IsFull)
            return;

        var line = source.Position(earlier.KeyStart).Line + 1;
        findings.Error(ReadingRules.DuplicateKey, entry.KeyStart, entry.KeyLength, FormattableString.Invariant(
            $"`{Shown.Short(entry.Key)}` is already a key of this mapping (line {line}); the first value is used. Remove or rename one."));
    }
}
