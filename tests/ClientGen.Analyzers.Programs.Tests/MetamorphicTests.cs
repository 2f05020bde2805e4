using ClientGen.Analyzers.Programs.Tests.Kit;
using ClientGen.Analyzers.Programs.Tests.Rewrites;

namespace ClientGen.Analyzers.Programs.Tests;

/// <summary>Correct programs in other words: who writes them differently hears nothing either.</summary>
public sealed class MetamorphicTests(ITestOutputHelper output)
{
    private const int LeastPrograms = 1000;

    [Fact]
    public async Task Rewritten_programs_are_silent()
    {
        // Two protocols of three are enough here; the third has the shapes' own tests and the misuses.
        var rewritten = Corpus.Programs.Concat(ShapeTests.Programs.Where(static shape => !shape.Name.EndsWith("(Ferry)", StringComparison.Ordinal)))
            .SelectMany(static program => Rewrite.All.Select(rewrite => (Name: $"{program.Name}, {rewrite.Name}", Text: rewrite.Of(program.Correct))))
            .Where(static program => program.Text is not null).Select(static program => (program.Name, program.Text!)).ToList();
        var loud = await ProgramRun.GroupedAsync(rewritten);
        // A rewrite works on the text alone, so now and then the compiler refuses its result; that program counts for nothing.
        var broken = loud.Where(static pair => pair.Verdict.Errors.Count > 0).ToList();
        var alarms = loud.Where(static pair => pair.Verdict.Errors.Count == 0).ToList();
        output.WriteLine($"{rewritten.Count} rewritten programs, of which {broken.Count} do not compile, {alarms.Count} not silent");
        Assert.True(rewritten.Count - broken.Count >= LeastPrograms, $"{rewritten.Count} programs, {broken.Count} do not compile\n{string.Join("\n", broken.Take(20).Select(static pair => pair.Name + "\n" + pair.Verdict))}");
        Assert.True(alarms.Count == 0, $"{alarms.Count} of {rewritten.Count}\n" + string.Join("\n", alarms.Select(static pair => pair.Name + "\n" + pair.Verdict)));
    }
}
