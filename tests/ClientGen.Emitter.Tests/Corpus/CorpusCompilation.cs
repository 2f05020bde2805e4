using System.Globalization;
using System.Text;
using ClientGen.Emitter.Tests.Clients;
using ClientGen.Specs.Contracts;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;
using ClientGen.Testing;

namespace ClientGen.Emitter.Tests.Corpus;

/// <summary>
/// Generates and compiles every contract below a folder and writes a report; run by hand, since the folder is no part of the repository:
/// <c>CLIENTGEN_CORPUS=folder CLIENTGEN_CORPUS_REPORT=file ClientGen.Emitter.Tests -explicit only -class ClientGen.Emitter.Tests.Corpus.CorpusCompilation</c>.
/// </summary>
public sealed class CorpusCompilation
{
    private static readonly EmitOptions Options = new(AspNetCore: true, DependencyInjection: true, Version: "1.0.0");

    private sealed record Row(string Path, int Operations, int Lines, int Il, IReadOnlyList<string> Findings, IReadOnlyList<string> Problems)
    {
        // Of wide300/a/b.yaml it is wide300, of openapi/twilio/c.json openapi/twilio.
        public string Group => Path.StartsWith("openapi/", StringComparison.Ordinal) ? string.Join('/', Path.Split('/').Take(2)) : Path.Split('/')[0];
    }

    [Fact(Explicit = true)]
    public void Every_contract_compiles()
    {
        var folder = Environment.GetEnvironmentVariable("CLIENTGEN_CORPUS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "CLIENTGEN_CORPUS names no folder.");
        var rows = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(static path => Path.GetExtension(path) is ".json" or ".yaml" or ".yml")
            .Order(StringComparer.Ordinal).Select(path => Compile(path, Path.GetRelativePath(folder, path))).OfType<Row>().ToList();
        if (Environment.GetEnvironmentVariable("CLIENTGEN_CORPUS_REPORT") is { Length: > 0 } report)
            File.WriteAllText(report, Report(rows));

        Assert.NotEmpty(rows);
        Assert.Empty(rows.Where(static row => row.Problems.Count > 0).Select(static row => $"{row.Path}: {row.Problems[0]}"));
    }

    private static Row? Compile(string path, string name)
    {
        var token = TestContext.Current.CancellationToken;
        var text = File.ReadAllText(path);
        var document = SpecReader.Read(name, text, token);
        if (document.Kind is not (SpecKind.OpenApi30 or SpecKind.OpenApi31 or SpecKind.AsyncApi30 or SpecKind.Arazzo10 or SpecKind.Arazzo11))
            return null;

        // A reference, or a step of a workflow, may lead to any file of the same folder. What workflows call is generated beside them.
        var use = document.Kind is SpecKind.Arazzo10 or SpecKind.Arazzo11 ? ContractUse.Generate : ContractUse.Refer;
        var siblings = Directory.EnumerateFiles(Path.GetDirectoryName(path)!).Where(other => other != path && text.Contains(Path.GetFileName(other), StringComparison.Ordinal))
            .Select(other => SpecReader.Read(Path.Combine(Path.GetDirectoryName(name)!, Path.GetFileName(other)), File.ReadAllText(other), token));
        var bound = ContractBinder.Bind(
            [new(document, "Corpus"), .. siblings.Select((sibling, i) => new ContractInput(sibling, $"Corpus.Sibling{i}", use))], token);
        var files = ContractEmitter.EmitAll(bound, Options, token);
        var compilation = GeneratedCompilation.Of(files.Select(static file => (file.HintName, file.Text)));
        var problems = compilation.Problems();
        var operations = bound.Models.Sum(static model => model.Client is null ? 0 : model.Client.Operations.Count + model.Client.Streams.Count);
        return new Row(
            name, operations, files.Sum(static file => file.Text.Count(static c => c == '\n')), problems.Count > 0 ? 0 : IlSize.Of(compilation.Compilation, static _ => true),
            [.. bound.Findings.Where(static finding => finding.Severity == FindingSeverity.Error).Select(static finding => finding.ToString())], problems);
    }

    private static string Report(List<Row> rows)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
        foreach (var group in rows.GroupBy(static row => row.Group).Append(rows.GroupBy(static _ => "all").Single()))
        {
            var compiled = group.Count(static row => row.Problems.Count == 0);
            var operations = Math.Max(1, group.Sum(static row => row.Operations));
            Line($"{group.Key}: {compiled} of {group.Count()} compile ({100.0 * compiled / group.Count():F1} %), {group.Count(static row => row.Findings.Count > 0)} with errors of their own, {group.Sum(static row => row.Lines) / operations} lines and {group.Sum(static row => row.Il) / operations} bytes of IL for each of {operations} operations");
        }

        foreach (var row in rows.Where(static row => row.Problems.Count > 0))
            Line($"\nFAILED {row.Path}: {row.Problems.Count} problems\n{string.Join("\n", row.Problems.Take(5))}");
        foreach (var row in rows.Where(static row => row.Findings.Count > 0))
            Line($"\nFINDINGS {row.Path}\n{string.Join("\n", row.Findings.Take(5))}");
        return text.ToString();
    }
}
