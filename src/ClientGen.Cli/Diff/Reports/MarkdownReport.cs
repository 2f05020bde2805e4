using ClientGen.Cli.Terminal;

namespace ClientGen.Cli.Diff.Reports;

/// <summary>Changes for pull requests and release notes, the worst first.</summary>
internal static class MarkdownReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(ITerminal terminal, DiffResult result)
    {
        var output = terminal.Output;
        output.WriteLine("## Changes of the contract");
        output.WriteLine();
        output.WriteLine($"{Words.Sum(result)} {Words.Version(result)}");
        foreach (var impact in (Impact[])[Impact.Breaking, Impact.Risky, Impact.Compatible])
        {
            var changes = result.Listed.Where(change => change.Worst == impact).ToList();
            if (changes.Count == 0)
                continue;
            output.WriteLine();
            output.WriteLine($"### {char.ToUpperInvariant(Words.Of(impact)[0])}{Words.Of(impact)[1..]}");
            output.WriteLine();
            output.WriteLine("| change | source | binary | wire | C# | old | new |");
            output.WriteLine("|---|---|---|---|---|---|---|");
            foreach (var change in changes)
            {
                output.WriteLine($"| {Cell(change.Message)} `{change.Kind.Id}` | {Words.Of(change.Source)} | {Words.Of(change.Binary)} | {Words.Of(change.Wire)} "
                    + $"| {string.Join(", ", change.Members.Take(6).Select(static member => $"`{Cell(member)}`"))}{(change.Members.Count > 6 ? " …" : "")} | {Line(change.Old)} | {Line(change.New)} |");
            }
        }
    }

    // A contract's words must not end the cell or begin a tag.
    private static string Cell(string text) => text.Replace("|", "\\|").Replace("<", "&lt;").Replace('\n', ' ').Replace('\r', ' ');

    private static string Line(Place? place) => place is null ? "" : $"{Cell(place.Path)}:{place.Line}";
}
