namespace System.Buffers;

/// <summary>A set of ASCII characters to look for.</summary>
internal sealed class SearchValues<T>(bool[] isMember)
{
    public bool Contains(char c) => c < isMember.Length && isMember[c];
}

/// <summary>Makes such sets, and looks for what is not in them.</summary>
internal static class SearchValues
{
    public static SearchValues<char> Create(string members)
    {
        var isMember = new bool[128];
        foreach (var c in members)
            isMember[c] = true;
        return new(isMember);
    }

    public static int IndexOfAnyExcept(this ReadOnlySpan<char> text, SearchValues<char> values)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!values.Contains(text[i]))
                return i;
        }

        return -1;
    }

    public static bool ContainsAnyExcept(this ReadOnlySpan<char> text, SearchValues<char> values) => text.IndexOfAnyExcept(values) >= 0;

    public static bool ContainsAnyExceptInRange(this ReadOnlySpan<char> text, char from, char to)
    {
        foreach (var c in text)
        {
            if (c < from || c > to)
                return true;
        }

        return false;
    }
}
