using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Benchmarks.Compiling;

namespace Benchmarks;

/// <summary>All rows in one Markdown table: medians, bytes, and both as multiples of the peer that the row is measured by.</summary>
internal static class ResultTable
{
    /// <summary>Prints the table.</summary>
    /// <returns>0 when every benchmark was measured, 1 otherwise.</returns>
    public static int Print(IReadOnlyList<Summary> summaries)
    {
        if (summaries.Count == 0)
        {
            Console.Error.WriteLine("Nothing was measured.");
            return 1;
        }

        Console.WriteLine();
        Console.WriteLine("| work | peer | median | ratio | spread | bytes | ratio |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|--:|");
        var failed = 0;
        foreach (var summary in summaries)
        {
            failed += summary.HasCriticalValidationErrors ? 1 : 0;
            foreach (var benchmark in summary.BenchmarksCases)
                failed += PrintRow(summary, benchmark) ? 0 : 1;
        }

        if (failed > 0)
            Console.Error.WriteLine($"{failed} benchmarks were not measured; the log above says why.");
        return failed > 0 ? 1 : 0;
    }

    private static bool PrintRow(Summary summary, BenchmarkCase benchmark)
    {
        var work = benchmark.Descriptor.Type.GetCustomAttribute<DescriptionAttribute>()?.Description ?? benchmark.Descriptor.Type.Name;
        if (benchmark.HasParameters)
            work += ", " + string.Join(", ", benchmark.Parameters.Items.Select(static item => item.Value));
        var peer = benchmark.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');
        if (summary[benchmark] is not { Success: true, ResultStatistics: { } time } report)
        {
            Console.WriteLine($"| {work} | {peer} | not measured | | | | |");
            return false;
        }

        var limit = summary.GetBaseline(summary.GetLogicalGroupKey(benchmark)) is { } baseline ? summary[baseline] : null;
        var isElsewhere = benchmark.Descriptor.Type.IsDefined(typeof(TimesOtherProcessAttribute));
        var bytes = report.GcStats.GetBytesAllocatedPerOperation(benchmark);
        var limitBytes = limit?.GcStats.GetBytesAllocatedPerOperation(limit.BenchmarkCase);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {work} | {peer} | {Time(time.Median)} | {Ratio(time.Median, limit?.ResultStatistics?.Median)} | ±{100 * time.StandardDeviation / time.Mean:0} % | {(isElsewhere ? "" : $"{bytes:N0}")} | {(isElsewhere ? "" : Ratio(bytes, limitBytes))} |"));
        return true;
    }

    private static string Ratio(double? value, double? limit) =>
        value is { } some && limit is { } least && least > 0 ? (some / least).ToString("0.00", CultureInfo.InvariantCulture) : "";

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:0} ns"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000:0.00} µs"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000_000:0.0} ms"),
    };
}
