namespace ClientGen.Specs.Reading;

/// <summary>File names as text. Nothing here looks at a disk.</summary>
public static class SpecPath
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>One spelling for each path: slashes forward, no <c>.</c>, no <c>..</c> that can be resolved.</summary>
    public static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split(Separators))
        {
            if (part == "." || (part.Length == 0 && parts.Count > 0))
                continue;
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not ("" or ".."))
                parts.RemoveAt(parts.Count - 1);
            else
                parts.Add(part);
        }

        return string.Join("/", parts);
    }

    /// <summary>The path of a file that is named relative to another file.</summary>
    public static string Combine(string from, string file)
    {
        var isRooted = file.Length > 0 && (file[0] is '/' or '\\' || (file.Length > 2 && file[1] == ':'));
        var folder = from.LastIndexOfAny(Separators);
        return Normalize(isRooted || folder < 0 ? file : from.Substring(0, folder + 1) + file);
    }

    /// <summary>What stands behind the last slash.</summary>
    public static string FileName(string path) => path.Substring(path.LastIndexOfAny(Separators) + 1);

    /// <summary>Resolves percent-encoding, and leaves alone what is none.</summary>
    public static string Decode(string text) => text.IndexOf('%') < 0 ? text : ReadableText.WithoutHalves(Uri.UnescapeDataString(text)) ?? Uri.UnescapeDataString(text);
}
