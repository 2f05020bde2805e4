using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClientGen.Cli.Tests.Diff;

/// <summary>
/// Compares pairs of contracts, listed in a file as old path, tab, new path, and writes a report that marks those without a difference; run by hand, since
/// such contracts are no part of the repository:
/// <c>CLIENTGEN_PAIRS=file CLIENTGEN_PAIRS_REPORT=file ClientGen.Cli.Tests -explicit only -class ClientGen.Cli.Tests.Diff.PairsRun</c>.
/// </summary>
public sealed class PairsRun
{
    [Fact(Explicit = true)]
    public async Task Every_pair_is_compared()
    {
        var list = Environment.GetEnvironmentVariable("CLIENTGEN_PAIRS");
        Assert.SkipWhen(string.IsNullOrEmpty(list), "CLIENTGEN_PAIRS names no file.");
        var report = new StringBuilder();
        var (failed, same, all) = (0, 0, 0);
        foreach (var (old, @new) in Pairs(list))
        {
            using var run = new CommandRun();
            var code = await run.RunAsync("diff", old, @new, "--format", "json", "--fail-on", "never");
            var name = $"{Path.GetFileName(old)} → {Path.GetFileName(@new)}";
            all++;
            if (code != ExitCodes.Ok)
            {
                failed++;
                report.Append(CultureInfo.InvariantCulture, $"FAILED {name}: {run.Notes}\n");
                continue;
            }

            using var json = JsonDocument.Parse(run.Text);
            var kinds = json.RootElement.GetProperty("changes").EnumerateArray().Select(static change => $"{change.GetProperty("kind").GetString()} ({change.GetProperty("impact").GetString()})").Distinct().ToList();
            same += kinds.Count == 0 ? 1 : 0;
            report.Append(CultureInfo.InvariantCulture, $"{(kinds.Count == 0 ? "SAME " : "")}{name}: {string.Join(", ", kinds)}\n");
        }

        report.Insert(0, $"{all} pairs, {failed} failed, {same} without a difference\n");
        if (Environment.GetEnvironmentVariable("CLIENTGEN_PAIRS_REPORT") is { Length: > 0 } path)
            await File.WriteAllTextAsync(path, report.ToString(), TestContext.Current.CancellationToken);
        Assert.NotEqual(0, all);
        Assert.Equal(0, failed);
    }

    private static IEnumerable<(string Old, string New)> Pairs(string list) =>
        File.ReadAllLines(list).Select(static line => line.Split('\t')).Where(static pair => pair.Length == 2).Select(static pair => (pair[0], pair[1]));
}
