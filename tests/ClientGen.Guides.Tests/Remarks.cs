using System.Text.RegularExpressions;

namespace ClientGen.Guides.Tests;

/// <summary>What is said of a line of code or contract.</summary>
/// <param name="Id">Who says it: a rule of ours or the compiler.</param>
/// <param name="Line">The line, without indentation and announcement.</param>
internal readonly partial record struct Remark(string Id, string Line)
{
    /// <summary>A remark about a line as it stands in the file.</summary>
    public static Remark About(string id, string line) => new(id, Announcement().Match(line) is { Success: true } match ? match.Groups["line"].Value.Trim() : line.Trim());

    /// <summary>What a text announces: lines that end with <c>// CG1001</c>, in contracts with <c># CG9010</c>; words may follow after a colon.</summary>
    public static IEnumerable<Remark> AnnouncedIn(string text) => Announcement().Matches(text)
        .SelectMany(static match => match.Groups["id"].Captures.Select(id => new Remark(id.Value, match.Groups["line"].Value.Trim())));

    /// <inheritdoc/>
    public override string ToString() => $"{Id} of: {Line}";

    [GeneratedRegex(@"^(?<line>.*?)\s*(//|#) (?<id>C[GS]\d{4})(, (?<id>C[GS]\d{4}))*(:.*)?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Announcement();
}
