using ClientGen.Cli.Terminal;

namespace ClientGen.Cli.Diff.Reports;

/// <summary>Changes for people, each with the line of the new contract first, as compilers print it.</summary>
internal static class TextReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(ITerminal terminal, DiffResult result)
    {
        foreach (var change in result.Listed)
            Write(terminal, change);
        if (result.Listed.Count > 0)
            terminal.Line();
        terminal.Line(new Piece(Words.Sum(result), Tone.Strong));
        terminal.Line(Words.Version(result));
    }

    private static void Write(ITerminal terminal, Change change)
    {
        var traffic = Words.Of(change.Traffic);
        terminal.Line(
            new($"{change.New ?? change.Old}: ", Tone.Quiet), new(Words.Of(change.Worst), ToneOf(change.Worst)), $" {change.Kind.Id}: {change.Message}",
            new(traffic.Length == 0 ? "" : $" ({traffic})", Tone.Quiet));
        terminal.Line(
            "    source ", Of(change.Source), ", binary ", Of(change.Binary), ", wire ", Of(change.Wire),
            new(change.Old is not null && change.New is not null ? $"; was at {change.Old}" : "", Tone.Quiet));
        if (change.Members.Count > 0)
            terminal.Line($"    C#: {Words.Some(change.Members)}");
        if (change.Operations.Count > 0)
            terminal.Line(new Piece($"    used by: {Words.Some(change.Operations)}", Tone.Quiet));
    }

    private static Piece Of(Impact impact) => new(Words.Of(impact), ToneOf(impact));

    private static Tone ToneOf(Impact impact) => impact switch
    {
        Impact.Breaking => Tone.Bad,
        Impact.Risky => Tone.Doubtful,
        _ => Tone.Good,
    };
}
