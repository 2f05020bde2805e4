using ClientGen.Cli.Findings;
using ClientGen.Cli.Terminal;

namespace ClientGen.Cli.Diff.Reports;

/// <summary>Changes for code scanning: at the line of the new contract, with that of the old one beside it.</summary>
internal static class SarifDiffReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(ITerminal terminal, DiffResult result) => JsonReport.Write(terminal, json => Sarif.Write(
        json,
        result.Listed.Select(static change => change.Kind).DistinctBy(static kind => kind.Id).OrderBy(static kind => kind.Id, StringComparer.Ordinal)
            .Select(static kind => new SarifRule(kind.Id, kind.Title, "")),
        result.Listed.Where(static change => (change.New ?? change.Old) is not null).Select(Result)));

    private static SarifResult Result(Change change)
    {
        var place = (change.New ?? change.Old)!;
        var message = $"{change.Message} Source: {Words.Of(change.Source)}; binary: {Words.Of(change.Binary)}; wire: {Words.Of(change.Wire)}."
            + (change.Members.Count > 0 ? $" C#: {Words.Some(change.Members)}." : "");
        return new SarifResult(
            change.Kind.Id, Level(change.Worst), message, new SarifPlace(place.Path, place.Span),
            change.Old is { } old && change.New is not null ? (new SarifPlace(old.Path, old.Span), "The old contract") : null);
    }

    private static string Level(Impact impact) => impact switch
    {
        Impact.Breaking => "error",
        Impact.Risky => "warning",
        _ => "note",
    };
}
