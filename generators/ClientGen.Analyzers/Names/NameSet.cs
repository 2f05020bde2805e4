using System.Collections;

namespace ClientGen.Analyzers.Names;

/// <summary>Names to look for in files; gathered when the first file is looked at. Safe to use from several threads.</summary>
internal sealed class NameSet : IReadOnlyCollection<string>
{
    private readonly Lazy<HashSet<string>> _names;
    private readonly Lazy<bool> _isOpen;
    private readonly Lazy<HashSet<int>> _hashes;

    /// <summary>Names to gather later.</summary>
    public NameSet(Func<IEnumerable<string>> make)
    {
        _names = new Lazy<HashSet<string>>(() => new HashSet<string>(make(), StringComparer.Ordinal));
        _hashes = new Lazy<HashSet<int>>(() => [.. All.Select(Words.FirstOf).OfType<int>()]);
        _isOpen = new Lazy<bool>(() => All.Any(static name => Words.FirstOf(name) is null));
    }

    /// <summary>Names that are known already.</summary>
    public NameSet(IEnumerable<string> names)
        : this(() => names)
    {
    }

    /// <inheritdoc/>
    public int Count => _names.Value.Count;

    /// <summary>The names.</summary>
    public HashSet<string> All => _names.Value;

    /// <summary>Whether one of them has no word, so that any file may have it.</summary>
    public bool AreOpen => _isOpen.Value;

    /// <summary>What <see cref="Words"/> knows them by.</summary>
    public HashSet<int> Hashes => _hashes.Value;

    /// <summary>Whether a name is one of them.</summary>
    public bool Contains(string name) => All.Contains(name);

    /// <summary>Whether one of some names is one of them.</summary>
    public bool Meets(HashSet<string> names) => names.Count < All.Count ? All.Overlaps(names) : names.Overlaps(All);

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
