using System.Globalization;
using ClientGen.Cli.Findings;
using ClientGen.Cli.Terminal;
using ClientGen.Specs.Contracts;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Lint;

/// <summary>Writes findings for people, programs and code scanning.</summary>
internal static class LintReport
{
    /// <summary>Writes the result in a form.</summary>
    public static void Write(ITerminal terminal, LintResult result, ReportForm form)
    {
        switch (form)
        {
            case ReportForm.Json:
                WriteJson(terminal, result);
                break;
            case ReportForm.Sarif:
                WriteSarif(terminal, result);
                break;
            default:
                WriteText(terminal, result);
                break;
        }
    }

    private static void WriteText(ITerminal terminal, LintResult result)
    {
        foreach (var finding in result.Findings)
        {
            var severity = finding.Severity.ToString().ToLowerInvariant();
            terminal.Line(
                new($"{finding.Path}({finding.Span.From}): ", Tone.Quiet), new($"{severity} {finding.Id}", ToneOf(finding.Severity)), $": {finding.Message}");
        }

        var sum = $"{Counted(result.Count(FindingSeverity.Error), "error")}, {Counted(result.Count(FindingSeverity.Warning), "warning")} and "
            + $"{Counted(result.Count(FindingSeverity.Info), "note")} in {Counted(result.Contracts, "contract")}.";
        terminal.Line(new Piece(sum, result.Findings.Count == 0 ? Tone.Good : Tone.Strong));
    }

    private static void WriteJson(ITerminal terminal, LintResult result) => JsonReport.Write(terminal, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("contracts", result.Contracts);
        json.WriteNumber("errors", result.Count(FindingSeverity.Error));
        json.WriteNumber("warnings", result.Count(FindingSeverity.Warning));
        json.WriteNumber("notes", result.Count(FindingSeverity.Info));
        json.WriteStartArray("findings");
        foreach (var finding in result.Findings)
        {
            json.WriteStartObject();
            json.WriteString("id", finding.Id);
            json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
            json.WriteString("file", finding.Path);
            json.WriteNumber("line", finding.Span.From.Line + 1);
            json.WriteNumber("column", finding.Span.From.Column + 1);
            json.WriteNumber("endLine", finding.Span.To.Line + 1);
            json.WriteNumber("endColumn", finding.Span.To.Column + 1);
            json.WriteString("message", finding.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteSarif(ITerminal terminal, LintResult result) => JsonReport.Write(terminal, json => Sarif.Write(
        json,
        result.Findings.Select(static finding => finding.Id).Distinct().Order(StringComparer.Ordinal)
            .Select(static id => ContractRules.Find(id) is { } rule ? new SarifRule(id, rule.Title, rule.Help) : new SarifRule(id, id, "")),
        result.Findings.Select(static finding => new SarifResult(finding.Id, Level(finding.Severity), finding.Message, new(finding.Path, finding.Span)))));

    private static string Level(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "note",
    };

    private static Tone ToneOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => Tone.Bad,
        FindingSeverity.Warning => Tone.Doubtful,
        _ => Tone.Plain,
    };

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : string.Create(CultureInfo.InvariantCulture, $"{count} {noun}s");
}
