namespace ClientGen.Specs.Reading;

/// <summary>A key of a mapping and its value.</summary>
public sealed class SpecEntry
{
    private readonly int _keyStart;
    private readonly int _keyLength;

    internal SpecEntry(string key, int keyStart, int keyLength, SpecNode value)
    {
        Key = key;
        Value = value;
        _keyStart = keyStart;
        _keyLength = keyLength;
    }

    /// <summary>The key as text, whatever it looks like: a plain <c>200</c> is <c>"200"</c>.</summary>
    public string Key { get; }

    /// <summary>Where the key stands, quotes included.</summary>
    public SourceSpan KeySpan => Value.Source.Span(_keyStart, _keyLength);

    /// <summary>The value; a scalar of kind <see cref="ScalarKind.Null"/> where the text has none.</summary>
    public SpecNode Value { get; }

    internal int KeyStart => _keyStart;

    internal int KeyLength => _keyLength;

    /// <summary>Splits the entry, for <c>foreach (var (key, value) in mapping.Entries)</c>.</summary>
    public void Deconstruct(out string key, out SpecNode value)
    {
        key = Key;
        value = Value;
    }
}
