namespace ClientGen.Specs.OpenApi;

/// <summary>Path templates such as <c>/pets/{id}</c>.</summary>
internal static class PathTemplate
{
    /// <summary>The names between braces, each once.</summary>
    public static IReadOnlyList<string> Names(string path)
    {
        var names = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var open = path.IndexOf('{'); open >= 0; open = path.IndexOf('{', open + 1))
        {
            var close = path.IndexOf('}', open);
            if (close < 0)
                break;
            var name = path.Substring(open + 1, close - open - 1);
            if (name.Length > 0 && seen.Add(name))
                names.Add(name);
        }

        return names;
    }
}
