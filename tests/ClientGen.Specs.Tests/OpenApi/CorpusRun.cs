using System.Diagnostics;
using System.Globalization;
using System.Text;
using ClientGen.Specs.AsyncApi;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.OpenApi;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Tests.OpenApi;

/// <summary>
/// Binds every contract below a folder and writes a report; run by hand, since the folder is no part of the repository:
/// <c>CLIENTGEN_CORPUS=folder CLIENTGEN_CORPUS_REPORT=file ClientGen.Specs.Tests -explicit only -class ClientGen.Specs.Tests.OpenApi.CorpusRun</c>.
/// </summary>
public sealed class CorpusRun
{
    private sealed record Row(string Path, int Bytes, double Milliseconds, int Types, int Numbered, IReadOnlyList<Finding> Findings, string? Failure);

    [Fact(Explicit = true)]
    public void Every_contract_binds_without_an_exception()
    {
        var folder = Environment.GetEnvironmentVariable("CLIENTGEN_CORPUS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "CLIENTGEN_CORPUS names no folder.");
        var rows = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(static path => path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(path => Bind(path, Path.GetRelativePath(folder, path))).OfType<Row>().ToList();
        if (Environment.GetEnvironmentVariable("CLIENTGEN_CORPUS_REPORT") is { Length: > 0 } report)
            File.WriteAllText(report, Report(rows));

        Assert.NotEmpty(rows);
        Assert.Empty(rows.Where(static row => row.Failure is not null).Select(static row => $"{row.Path}: {row.Failure}"));
        Assert.InRange(rows.Sum(static row => row.Numbered), 0, rows.Sum(static row => row.Types) / 100);
    }

    private static Row? Bind(string path, string name)
    {
        var text = File.ReadAllText(path);
        var document = SpecReader.Read(name, text, TestContext.Current.CancellationToken);
        if (document.Kind is not (SpecKind.OpenApi30 or SpecKind.OpenApi31 or SpecKind.AsyncApi30))
            return null;

        // References may lead to any file of the same folder.
        var siblings = Directory.EnumerateFiles(Path.GetDirectoryName(path)!).Where(other => other != path && text.Contains(Path.GetFileName(other), StringComparison.Ordinal))
            .Select(other => SpecReader.Read(Path.Combine(Path.GetDirectoryName(name)!, Path.GetFileName(other)), File.ReadAllText(other), default));
        var context = new BindingContext(new SpecSet([document, .. siblings]), document, "Corpus", TestContext.Current.CancellationToken);
        var clock = Stopwatch.StartNew();
        try
        {
            var model = document.Kind == SpecKind.AsyncApi30 ? AsyncApiBinder.Bind(context) : OpenApiBinder.Bind(context);
            return new Row(name, text.Length, clock.Elapsed.TotalMilliseconds, model.Types.Count, Numbered(model), [.. document.Findings, .. context.Findings], null);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            return new Row(name, text.Length, clock.Elapsed.TotalMilliseconds, 0, 0, [], bug.ToString());
        }
    }

    /// <summary>Types whose name is that of another type and a number, unless the contract itself calls them so.</summary>
    private static int Numbered(ContractModel model)
    {
        var names = model.Types.Select(static type => type.Name).ToHashSet(StringComparer.Ordinal);
        return model.Types.Count(type =>
        {
            var bare = type.Name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            return bare != type.Name && names.Contains(bare) && Naming.Pascal(type.Source[(type.Source.LastIndexOf('/') + 1)..]) != type.Name;
        });
    }

    private static string Report(List<Row> rows)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
        Line($"{rows.Count} contracts, {rows.Sum(static r => (long)r.Bytes)} characters, {rows.Sum(static r => r.Milliseconds):F0} ms, {rows.Sum(static r => r.Types)} types, {rows.Sum(static r => r.Numbered)} numbered");
        foreach (var row in rows.Where(static r => r.Failure is not null))
            Line($"FAILED {row.Path}: {row.Failure}");
        foreach (var row in rows.OrderByDescending(static r => r.Milliseconds).Take(10))
            Line($"slow {row.Milliseconds:F0} ms {row.Bytes} characters {row.Types} types {row.Path}");
        foreach (var row in rows.Where(static r => r.Numbered > 0).OrderByDescending(static r => r.Numbered).Take(20))
            Line($"numbered {row.Numbered} of {row.Types} {row.Path}");
        foreach (var group in rows.SelectMany(static r => r.Findings).GroupBy(static f => (f.Id, f.Severity)).OrderBy(static g => g.Key.Id, StringComparer.Ordinal))
            Line($"{group.Key.Id} {group.Key.Severity}: {group.Count()} in {group.Select(static f => f.Path).Distinct().Count()} files");
        foreach (var finding in rows.SelectMany(static r => r.Findings))
            Line($"{finding}");
        return text.ToString();
    }
}
