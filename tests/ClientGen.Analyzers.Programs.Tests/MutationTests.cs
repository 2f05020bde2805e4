using ClientGen.Analyzers.Programs.Tests.Kit;

namespace ClientGen.Analyzers.Programs.Tests;

/// <summary>One change of meaning in a correct program, and a rule has to notice.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const double LeastRecall = 0.98;

    [Fact]
    public async Task Misuses_are_noticed()
    {
        var misuses = Corpus.Programs.Concat(ShapeTests.Programs).SelectMany(static program => program.Misuses).ToList();
        var judged = await ProgramRun.JudgeAllAsync(misuses, static misuse => ProgramRun.Compile(ProgramRun.Parse(misuse.Text)));
        var missed = judged.Where(static pair => !pair.Verdict.Has(pair.Program.Ids)).ToList();
        var summary = FormattableString.Invariant($"{misuses.Count} misuses, {missed.Count} missed, recall {1 - (missed.Count / (double)misuses.Count):P2}");
        output.WriteLine(summary);
        foreach (var (misuse, verdict) in missed)
            output.WriteLine($"{misuse.Program}, expected {misuse.Ids}: {misuse.Edit}\n{verdict}");
        Assert.True(judged.All(static pair => pair.Verdict.Errors.Count == 0 && pair.Verdict.Crashes.Count == 0));
        Assert.True(missed.Count <= misuses.Count * (1 - LeastRecall), summary);
    }
}
