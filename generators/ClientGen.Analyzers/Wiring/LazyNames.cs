using System.Collections;

namespace ClientGen.Analyzers.Wiring;

/// <summary>Names that are only gathered when a file is looked at.</summary>
internal sealed class LazyNames(Func<IEnumerable<string>> make) : IReadOnlyCollection<string>
{
    private readonly Lazy<HashSet<string>> _names = new(() => [.. make()]);

    /// <inheritdoc/>
    public int Count => _names.Value.Count;

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => _names.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
