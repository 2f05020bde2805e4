using System.Diagnostics;
using System.Globalization;
using ClientGen.Analyzers;

namespace Benchmarks.Analyzing;

/// <summary>What the rules add to the compile of a solution of 100,000 lines.</summary>
/// <remarks>
/// The peer is the same compile as builds of the SDK do it, with the analyzers that every project has. Both take turns, and each round is a
/// comparison of its own: on a machine whose speed changes by the minute ratios hold, and times of one way after the other would not.
/// </remarks>
internal static class RulesCost
{
    /// <summary>The verb that starts it.</summary>
    public const string Verb = "rules";

    private const int WarmUp = 2;
    private const int UsualRounds = 7;

    private static string Rules => typeof(ClientAnalyzer).Assembly.Location;

    /// <summary>Measures and prints.</summary>
    /// <param name="args">How many rounds; 7 when it is not said. 0 compiles nothing and measures only what happens in this process.</param>
    /// <returns>0 when all was measured.</returns>
    public static int Run(string[] args)
    {
        var rounds = args is [var text, ..] && int.TryParse(text, CultureInfo.InvariantCulture, out var given) && given >= 0 ? given : UsualRounds;
        if (rounds > 0)
            Compare(rounds);
        RulesWork.Print();
        return 0;
    }

    private static void Compare(int rounds)
    {
        Console.WriteLine("| solution | as the SDK builds it | with the rules | ratio, round by round | from, to |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
        foreach (var plain in (int[])[100, 20])
            Measure(plain, rounds);
    }

    private static void Measure(int plain, int rounds)
    {
        using var project = new SolutionProject(plain);
        var (without, with) = (new List<double>(), new List<double>());
        for (var round = -WarmUp; round < rounds; round++)
        {
            var (one, other) = (Time(project, hasRules: false), Time(project, hasRules: true));
            if (round < 0)
                continue;
            without.Add(one);
            with.Add(other);
        }

        var ratios = with.Zip(without, static (time, peer) => time / peer).ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {project.Lines:N0} lines, 1 file of {plain} uses a client | {Median(without):0.0} s | {Median(with):0.0} s | {Median(ratios):0.00} | {ratios.Min():0.00} to {ratios.Max():0.00} |"));
        Console.WriteLine();
        var report = project.Compile($"-analyzer:{Rules}", "-reportanalyzer");
        foreach (var line in report.Split('\n').Where(static line => line.Contains("ClientGen.Analyzers", StringComparison.Ordinal)).Take(6))
            Console.WriteLine(line.TrimEnd());
        Console.WriteLine();
    }

    private static double Time(SolutionProject project, bool hasRules)
    {
        var clock = Stopwatch.StartNew();
        project.Compile(hasRules ? [$"-analyzer:{Rules}"] : []);
        return clock.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
