using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Benchmarks;

/// <summary>Runs the benchmarks and prints what they found in one table.</summary>
internal static class Runner
{
    private const string Quick = "--quick";

    /// <summary>All options of BenchmarkDotNet, and <c>--quick</c>: every row in a few minutes, in this process, with few repeats.</summary>
    /// <returns>0 when every row was measured.</returns>
    public static int Run(string[] args)
    {
        var isQuick = args.Contains(Quick);
        var rest = args.Where(static arg => arg != Quick).ToList();
        var asksOnly = Names(rest, "--list", "--help", "--info", "--version");
        if (!Names(rest, "--filter", "-f") && !asksOnly)
            rest.AddRange(["--filter", "*"]);
        if (!isQuick && !Names(rest, "--job", "-j"))
            rest.AddRange(["--job", "short"]);
        // In this process: the projects have two targets, and what BenchmarkDotNet builds for another process puts both into one folder.
        if (!isQuick && !asksOnly && !Names(rest, "--inProcess", "-i"))
            rest.Add("--inProcess");

        var config = ManualConfig.Create(DefaultConfig.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumn(StatisticColumn.Median)
            .WithArtifactsPath(Path.Combine(Repository.Root, "artifacts", "benchmarks"));
        if (isQuick)
            config.AddJob(QuickJob());
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(Runner).Assembly).Run([.. rest], config).ToList();
        return asksOnly ? 0 : ResultTable.Print(summaries);
    }

    // Nothing is built, and a row takes seconds.
    private static Job QuickJob() => Job.Default
        .WithToolchain(InProcessEmitToolchain.Instance)
        .WithWarmupCount(4)
        .WithIterationCount(5)
        .WithIterationTime(TimeInterval.FromMilliseconds(200))
        .WithId("Quick");

    private static bool Names(List<string> args, params string[] names) =>
        args.Exists(arg => names.Any(name => arg == name || arg.StartsWith(name + "=", StringComparison.Ordinal)));
}
