using System.Diagnostics.CodeAnalysis;

namespace ClientGen.Specs.Reading;

/// <summary>A JSON object or YAML mapping: entries in the order of the text, each key once.</summary>
public sealed class SpecMapping : SpecNode
{
    /// <summary>Up to this many entries, looking at each is faster than hashing the key.</summary>
    private const int ScannedEntries = 8;

    private SpecEntry[] _entries = [];
    private Dictionary<string, SpecEntry>? _byKey;

    internal SpecMapping(SpecText source, SpecNode? parent, int index, int start)
        : base(source, parent, index, start, 0)
    {
    }

    /// <summary>The entries. Where the text repeats a key, the first counts; entries that YAML's <c>&lt;&lt;</c> adds come last.</summary>
    public IReadOnlyList<SpecEntry> Entries => _entries;

    /// <summary>The number of entries.</summary>
    public int Count => _entries.Length;

    /// <summary>The value of a key, or null where the mapping has none.</summary>
    public SpecNode? this[string key] => Find(key)?.Value;

    /// <summary>Whether the mapping has this key.</summary>
    public bool Contains(string key) => Find(key) is not null;

    /// <summary>Gets the value of a key.</summary>
    /// <returns>Whether the mapping has the key.</returns>
    public bool TryGet(string key, [NotNullWhen(true)] out SpecNode? value)
    {
        value = Find(key)?.Value;
        return value is not null;
    }

    /// <summary>The entry of a key, with the key's own place; null where the mapping has none.</summary>
    public SpecEntry? Find(string key)
    {
        if (_byKey is not null)
            return _byKey.TryGetValue(key, out var found) ? found : null;

        foreach (var entry in _entries)
        {
            if (entry.Key == key)
                return entry;
        }

        return null;
    }

    /// <summary>The text of a string value; null where the key is missing or its value is no string.</summary>
    public string? Text(string key) => (this[key] as SpecScalar)?.AsString;

    /// <summary>The value of a key if it is a mapping, else null.</summary>
    public SpecMapping? Mapping(string key) => this[key] as SpecMapping;

    /// <summary>The value of a key if it is a sequence, else null.</summary>
    public SpecSequence? Sequence(string key) => this[key] as SpecSequence;

    /// <summary>Whether a mapping of this size is looked up by hashing.</summary>
    internal static bool NeedsLookup(int count) => count > ScannedEntries;

    /// <summary>Called once by the reader, when the closing bracket or the end of the block is reached.</summary>
    internal void Complete(SpecEntry[] entries, Dictionary<string, SpecEntry>? byKey, int length)
    {
        _entries = entries;
        _byKey = byKey;
        Length = length;
    }
}
