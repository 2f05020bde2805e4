using System.Security;
using System.Text;
using System.Xml;

namespace ClientGen.Cli.Init;

/// <summary>The text of a project or props file, to which items are added without touching any other line.</summary>
internal sealed class ProjectText
{
    private const string Group = "ItemGroup";

    private readonly string _mark;
    private readonly string _lineEnd;
    private readonly List<string> _added = [];
    private string _text;

    private ProjectText(string path, string text)
    {
        Path = path;
        _mark = text.StartsWith('\uFEFF') ? "\uFEFF" : "";
        _text = text[_mark.Length..];
        _lineEnd = _text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The lines that were added.</summary>
    public IReadOnlyList<string> Added => _added;

    /// <summary>The text as it is now.</summary>
    public string Text => _mark + _text;

    /// <summary>Reads a file.</summary>
    public static ProjectText Read(string path)
    {
        try
        {
            // Reading as text would lose a byte order mark.
            return Of(path, new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)));
        }
        catch (DecoderFallbackException)
        {
            throw new WrongInputException($"{path} is not written in UTF-8.");
        }
    }

    /// <summary>Takes a text.</summary>
    public static ProjectText Of(string path, string text)
    {
        var project = new ProjectText(path, text);
        _ = project.Read();
        return project;
    }

    /// <summary>Adds items behind others of their kind, in a group that always counts; else in a new group at the end.</summary>
    /// <param name="items">Each item's name and attributes.</param>
    public void Add(params IReadOnlyList<(string Name, IReadOnlyList<(string Name, string Value)> Attributes)> items)
    {
        var homeless = new List<string>();
        foreach (var (name, attributes) in items)
        {
            var item = $"<{name}{string.Concat(attributes.Select(static attribute => $" {attribute.Name}=\"{SecurityElement.Escape(attribute.Value)}\""))} />";
            if (Read().Groups.LastOrDefault(group => group.Items.Contains(name)) is { } group)
                Insert(group.End, [item], group.Depth);
            else
                homeless.Add(item);
        }

        if (homeless.Count > 0)
            AddGroup(homeless);
    }

    private void AddGroup(List<string> items)
    {
        var layout = Read();
        var unit = Unit(layout);
        string[] lines = [$"<{Group}>", .. items.Select(item => unit + item), $"</{Group}>"];
        if (layout.RootEnd is { } end)
        {
            // Who leaves a line free before the end wants one there.
            var isAiry = _text[..(_text.LastIndexOf('\n', end - 1) + 1)].EndsWith(_lineEnd + _lineEnd, StringComparison.Ordinal);
            Insert(end, lines, depth: 0, behind: isAiry ? _lineEnd : "");
            return;
        }

        // <Project Sdk="…" /> has no room yet.
        var close = _text.LastIndexOf("/>", StringComparison.Ordinal);
        _text = _text[..close].TrimEnd() + ">" + _lineEnd + string.Concat(lines.Select(line => unit + line + _lineEnd)) + "</Project>" + _text[(close + 2)..];
        _added.AddRange(lines);
    }

    /// <summary>Puts lines before an end tag, one step deeper than it.</summary>
    private void Insert(int end, IReadOnlyList<string> lines, int depth, string behind = "")
    {
        var lineStart = _text.LastIndexOf('\n', end - 1) + 1;
        var indent = _text[lineStart..end];
        _added.AddRange(lines);
        if (!string.IsNullOrWhiteSpace(indent))
        {
            // The end tag shares its line with something: so do the lines.
            _text = _text.Insert(end, string.Concat(lines.Select(static line => line.Trim())));
            return;
        }

        var deeper = depth == 0 || indent.Length > 0 ? indent + Unit(Read()) : Unit(Read()) + Unit(Read());
        _text = _text.Insert(lineStart, string.Concat(lines.Select(line => deeper + line + _lineEnd)) + behind);
    }

    /// <summary>One step of indentation: what stands before the first element inside the project.</summary>
    private string Unit(Layout layout)
    {
        if (layout.FirstChild is not { } first)
            return "  ";
        var lineStart = _text.LastIndexOf('\n', first) + 1;
        var indent = _text[lineStart..first];
        return string.IsNullOrWhiteSpace(indent) && indent.Length > 0 ? indent : "  ";
    }

    private Layout Read()
    {
        var layout = new Layout();
        try
        {
            using var reader = XmlReader.Create(new StringReader(_text), new() { DtdProcessing = DtdProcessing.Prohibit });
            var lines = (IXmlLineInfo)reader;
            ItemGroup? group = null;
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    if (reader.Depth == 0 && reader.LocalName != "Project")
                        throw new WrongInputException($"{Path} is no MSBuild file: it begins with <{reader.LocalName}>.");
                    if (reader.Depth == 1)
                        layout.FirstChild ??= Offset(lines) - 1;
                    if (reader is { Depth: 1, LocalName: Group, IsEmptyElement: false } && reader.GetAttribute("Condition") is null)
                        group = new ItemGroup(reader.Depth);
                    else if (reader.Depth == 2 && reader.GetAttribute("Condition") is null)
                        group?.Items.Add(reader.LocalName);
                }
                else if (reader is { NodeType: XmlNodeType.EndElement, Depth: 1 } && group is not null)
                {
                    group.End = Offset(lines) - 2;
                    layout.Groups.Add(group);
                    group = null;
                }
                else if (reader is { NodeType: XmlNodeType.EndElement, Depth: 0 })
                {
                    layout.RootEnd = Offset(lines) - 2;
                }
            }
        }
        catch (XmlException problem)
        {
            // What is missing as a whole stands on no line.
            var place = problem.LineNumber > 0 ? $"({problem.LineNumber},{problem.LinePosition})" : "";
            throw new WrongInputException($"{Path}{place}: {problem.Message}");
        }

        return layout;
    }

    private int Offset(IXmlLineInfo place)
    {
        var start = 0;
        for (var line = 1; line < place.LineNumber; line++)
            start = _text.IndexOf('\n', start) + 1;
        return start + place.LinePosition - 1;
    }

    /// <summary>Where things stand in the text.</summary>
    private sealed class Layout
    {
        /// <summary>The start of the first element inside the project.</summary>
        public int? FirstChild { get; set; }

        /// <summary>The start of the project's end tag; null when it has none.</summary>
        public int? RootEnd { get; set; }

        /// <summary>The groups that always count.</summary>
        public List<ItemGroup> Groups { get; } = [];
    }

    /// <summary>A group of items.</summary>
    private sealed class ItemGroup(int depth)
    {
        public int Depth { get; } = depth;

        public HashSet<string> Items { get; } = new(StringComparer.Ordinal);

        public int End { get; set; }
    }
}
