using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ClientGen.Cli.Rules.Config;

/// <summary>An <c>.editorconfig</c> or <c>.globalconfig</c>, line by line, so that what is not changed stays as people wrote it.</summary>
internal sealed partial class ConfigFile
{
    /// <summary>The name that makes a file count for the whole project.</summary>
    public const string GlobalName = ".globalconfig";

    private readonly List<string> _lines;
    private readonly bool _hasMark;

    private ConfigFile(string path, string text, bool exists)
    {
        (Path, Exists) = (path, exists);
        _hasMark = text.StartsWith('\uFEFF');
        _lines = [.. Lines().Matches(_hasMark ? text[1..] : text).Select(static match => match.Value).Where(static line => line.Length > 0)];
        IsGlobal = System.IO.Path.GetFileName(path).Equals(GlobalName, StringComparison.OrdinalIgnoreCase)
            || (!exists && path.EndsWith(GlobalName, StringComparison.OrdinalIgnoreCase)) || Flag("is_global");
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Whether it was there already.</summary>
    public bool Exists { get; }

    /// <summary>Whether it counts for the whole project, and not for the files of its sections.</summary>
    public bool IsGlobal { get; }

    /// <summary>Which of two files that count for the whole project wins.</summary>
    public int GlobalLevel => int.TryParse(Top("global_level"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var level) ? level
        : System.IO.Path.GetFileName(Path).Equals(GlobalName, StringComparison.OrdinalIgnoreCase) ? 100
        : 0;

    /// <summary>Whether files in folders above do not count.</summary>
    public bool IsRoot => Flag("root");

    /// <summary>What was changed, line by line: <c>-</c> and <c>+</c> before the text.</summary>
    public IReadOnlyList<string> Edits => _edits;

    private readonly List<string> _edits = [];

    /// <summary>Reads a file; an empty one where there is none.</summary>
    public static ConfigFile Read(string path) => File.Exists(path)
        // Reading as text would lose a byte order mark.
        ? new ConfigFile(path, Encoding.UTF8.GetString(File.ReadAllBytes(path)), exists: true)
        : new ConfigFile(path, "", exists: false);

    /// <summary>The text as it is now.</summary>
    public string Text => (_hasMark ? "\uFEFF" : "") + string.Concat(_lines);

    /// <summary>Every line that says something, in order.</summary>
    public IEnumerable<ConfigEntry> Entries
    {
        get
        {
            string? section = null;
            for (var i = 0; i < _lines.Count; i++)
            {
                if (Header().Match(_lines[i]) is { Success: true } header)
                    section = header.Groups[1].Value;
                else if (Property().Match(_lines[i]) is { Success: true } property)
                    yield return new ConfigEntry(section, property.Groups["key"].Value.ToLowerInvariant(), property.Groups["value"].Value, i);
            }
        }
    }

    /// <summary>Says something of every C# file, where it is said already or at a fitting place.</summary>
    public void Set(string key, string value)
    {
        if (Own(key).LastOrDefault() is not { } entry)
        {
            Insert($"{key} = {value}");
            return;
        }

        var old = _lines[entry.At];
        var found = Property().Match(old).Groups["value"];
        if (found.Value != value)
            Replace(entry.At, old[..found.Index] + value + old[(found.Index + found.Length)..]);
    }

    /// <summary>Says nothing any more of every C# file.</summary>
    public void Remove(string key)
    {
        foreach (var entry in Own(key).Reverse().ToList())
        {
            Delete(entry.At);
            DropEmptySection(entry.At - 1);
        }
    }

    /// <summary>The lines with a key that speak of every C# file.</summary>
    private IEnumerable<ConfigEntry> Own(string key) => Entries.Where(entry =>
        entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase) && (IsGlobal ? entry.Section is null : entry.Section is { } section && SectionName.IsCSharp(section)));

    private void Insert(string line)
    {
        if (_lines.Count == 0 && IsGlobal)
            Add(0, "is_global = true");
        var headers = Enumerable.Range(0, _lines.Count).Where(at => Header().IsMatch(_lines[at])).ToList();
        if (IsGlobal)
        {
            AddAtEnd(0, headers.Count > 0 ? headers[0] : _lines.Count, line);
            return;
        }

        var fitting = headers.FindLastIndex(at => SectionName.IsForCSharp(Header().Match(_lines[at]).Groups[1].Value));
        if (fitting >= 0)
        {
            AddAtEnd(headers[fitting] + 1, fitting + 1 < headers.Count ? headers[fitting + 1] : _lines.Count, line);
            return;
        }

        if (_lines.Count > 0)
            Add(_lines.Count, "");
        Add(_lines.Count, "[*.cs]");
        Add(_lines.Count, line);
    }

    /// <summary>Adds a line behind the last one of a section that says something; comments at its end belong to what follows.</summary>
    private void AddAtEnd(int from, int to, string line)
    {
        var at = to;
        while (at > from && !Property().IsMatch(_lines[at - 1]))
            at--;
        Add(at, line);
    }

    private void Add(int at, string line)
    {
        var end = _lines.Select(static known => known.EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n").FirstOrDefault() ?? "\n";
        if (at > 0 && !_lines[at - 1].EndsWith('\n'))
            _lines[at - 1] += end;
        _lines.Insert(at, line + end);
        _edits.Add("+ " + line);
    }

    private void Replace(int at, string line)
    {
        _edits.Add("- " + _lines[at].TrimEnd());
        _edits.Add("+ " + line.TrimEnd());
        _lines[at] = line;
    }

    private void Delete(int at)
    {
        _edits.Add("- " + _lines[at].TrimEnd());
        _lines.RemoveAt(at);
    }

    /// <summary>Takes a section away that says nothing, not even in a comment, with the empty line before it.</summary>
    private void DropEmptySection(int at)
    {
        if (at < 0 || !Header().IsMatch(_lines[at]))
            return;
        var next = at + 1;
        while (next < _lines.Count && string.IsNullOrWhiteSpace(_lines[next]))
            next++;
        if (next < _lines.Count && !Header().IsMatch(_lines[next]))
            return;
        Delete(at);
        if (at > 0 && string.IsNullOrWhiteSpace(_lines[at - 1]))
            _lines.RemoveAt(at - 1);
    }

    private bool Flag(string key) => "true".Equals(Top(key), StringComparison.OrdinalIgnoreCase);

    private string? Top(string key) => Entries.LastOrDefault(entry => entry.Section is null && entry.Key == key)?.Value;

    [GeneratedRegex("[^\n]*(?:\n|$)")]
    private static partial Regex Lines();

    // The two forms of a line, as the compiler reads them.
    [GeneratedRegex(@"^\s*\[(([^#;]|\\#|\\;)+)\]\s*([#;].*)?\s*$")]
    private static partial Regex Header();

    [GeneratedRegex(@"^\s*(?<key>[\w\.\-_]+)\s*[=:]\s*(?<value>.*?)\s*([#;].*)?\s*$")]
    private static partial Regex Property();
}
