using ClientGen.Cli.Findings;
using ClientGen.Cli.Terminal;

namespace ClientGen.Cli.Generate;

/// <summary>Says what happened to the output folder, or what would.</summary>
internal static class GenerateReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(Surroundings surroundings, string folder, IReadOnlyList<PlannedFile> files, bool isCheck, ReportForm form)
    {
        if (form == ReportForm.Json)
            WriteJson(surroundings, files, isCheck);
        else
            WriteText(surroundings, folder, files, isCheck);
    }

    private static void WriteText(Surroundings surroundings, string folder, IReadOnlyList<PlannedFile> files, bool isCheck)
    {
        var terminal = surroundings.Terminal;
        foreach (var file in files.Where(static file => file.Change != FileChange.Unchanged))
            terminal.Line(new($"{Word(file.Change),-8} ", ToneOf(file.Change)), surroundings.Shown(file.Path));

        var sum = $"{Count(FileChange.Added)} added, {Count(FileChange.Changed)} changed, {Count(FileChange.Removed)} removed, {Count(FileChange.Unchanged)} unchanged in {surroundings.Shown(folder)}.";
        terminal.Line(new Piece(sum, Tone.Strong));
        if (isCheck && files.Any(static file => file.Change != FileChange.Unchanged))
            terminal.Line("The folder is out of date; nothing was written. Run the same command without --check.");

        int Count(FileChange change) => files.Count(file => file.Change == change);
    }

    private static void WriteJson(Surroundings surroundings, IReadOnlyList<PlannedFile> files, bool isCheck) => JsonReport.Write(surroundings.Terminal, json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("written", !isCheck);
        json.WriteStartArray("files");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("path", surroundings.Shown(file.Path));
            json.WriteString("change", Word(file.Change));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string Word(FileChange change) => change.ToString().ToLowerInvariant();

    private static Tone ToneOf(FileChange change) => change switch
    {
        FileChange.Added => Tone.Good,
        FileChange.Removed => Tone.Bad,
        _ => Tone.Doubtful,
    };
}
