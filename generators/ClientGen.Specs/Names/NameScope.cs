namespace ClientGen.Specs.Names;

/// <summary>Names in use in one C# scope. The first to ask gets the plain name, so ask in an order that unrelated edits do not change.</summary>
public sealed class NameScope
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Makes a scope in which some names are taken from the start.</summary>
    public NameScope(params string[] reserved) => _used.UnionWith(reserved);

    /// <summary>Takes the first candidate that is free; only when all are taken is the first one numbered, from 2.</summary>
    /// <param name="candidates">Names from the most to the least wanted; at least one.</param>
    public string Take(params string[] candidates)
    {
        foreach (var candidate in candidates)
        {
            if (_used.Add(candidate))
                return candidate;
        }

        // Where the last number is remembered, ten thousand equal names take no longer than as many different ones.
        var number = _numbers.TryGetValue(candidates[0], out var last) ? last + 1 : 2;
        while (!_used.Add(candidates[0] + Naming.Number(number)))
            number++;
        _numbers[candidates[0]] = number;
        return candidates[0] + Naming.Number(number);
    }

    /// <summary>Whether a name is taken.</summary>
    public bool IsTaken(string name) => _used.Contains(name);
}
