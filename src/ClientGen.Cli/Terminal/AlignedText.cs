namespace ClientGen.Cli.Terminal;

/// <summary>A table for programs and files: columns as wide as their widest cell, no line broken, nothing behind the last word.</summary>
internal static class AlignedText
{
    /// <summary>Writes a table.</summary>
    public static void Write(ITerminal terminal, IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<Piece>> rows)
    {
        var widths = headings.Select((heading, at) => rows.Select(row => row[at].Text.Length).Append(heading.Length).Max()).ToList();
        Write(terminal, widths, [.. headings.Select(static heading => new Piece(heading, Tone.Strong))]);
        foreach (var row in rows)
            Write(terminal, widths, row);
    }

    private static void Write(ITerminal terminal, IReadOnlyList<int> widths, IReadOnlyList<Piece> row) =>
        terminal.Line([.. row.Select((cell, at) => at == row.Count - 1 ? cell : cell with { Text = cell.Text.PadRight(widths[at] + 2) })]);
}
