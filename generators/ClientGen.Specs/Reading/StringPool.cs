namespace ClientGen.Specs.Reading;

/// <summary>Hands out one string for words that a contract repeats, such as <c>type</c> and <c>description</c>.</summary>
/// <remarks>A slot simply takes the newest word, so texts that collide on purpose cost no more than having no pool.</remarks>
internal sealed class StringPool
{
    /// <summary>Longer words are rarely repeated.</summary>
    public const int LongestPooled = 32;

    private const int Slots = 1024;

    private readonly string?[] _slots = new string?[Slots];

    /// <summary>The characters of <paramref name="text"/> from <paramref name="start"/>.</summary>
    public string Get(string text, int start, int length)
    {
        if (length > LongestPooled)
            return text.Substring(start, length);
        if (length == 0)
            return "";

        var slot = Slot(text, start, length);
        var known = _slots[slot];
        if (known is not null && known.Length == length && string.CompareOrdinal(known, 0, text, start, length) == 0)
            return known;
        return _slots[slot] = text.Substring(start, length);
    }

    private static int Slot(string text, int start, int length)
    {
        var hash = (uint)length;
        for (var at = start; at < start + length; at++)
            hash = (hash ^ text[at]) * 16777619;
        return (int)((hash ^ (hash >> 15)) % Slots);
    }
}
