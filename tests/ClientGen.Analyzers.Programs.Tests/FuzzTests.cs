using ClientGen.Analyzers.Programs.Tests.Kit;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Programs.Tests;

/// <summary>While people type, most programs are broken. Rules bear it.</summary>
public sealed class FuzzTests
{
    private const int Cuts = 6;

    [Fact]
    public async Task Broken_programs_crash_no_rule()
    {
        var random = new Random(20261130);
        var broken = Corpus.Programs.Concat(ShapeTests.Programs.Where(static shape => shape.Name.EndsWith("(Harbour)", StringComparison.Ordinal))).SelectMany(program => Break(program.Correct, random).Select(text => (program.Name, text))).ToList();
        var judged = await ProgramRun.JudgeAllAsync(broken, static program => ProgramRun.Compile(ProgramRun.Parse(program.text)));
        var crashes = judged.Where(static pair => pair.Verdict.Crashes.Count > 0).ToList();
        Assert.True(crashes.Count == 0, $"{crashes.Count} of {broken.Count}\n" + string.Join("\n", crashes.Take(5).Select(static pair => pair.Program.Name + "\n" + string.Join("\n", pair.Verdict.Crashes) + "\n" + pair.Program.text)));
        Assert.True(judged.Count(static pair => pair.Verdict.Errors.Count > 0) > broken.Count / 2, "Most of these programs should be broken.");
    }

    /// <summary>A program that ends somewhere, and a few from which tokens are gone.</summary>
    private static IEnumerable<string> Break(string program, Random random)
    {
        yield return program[..random.Next(program.Length)];
        var tokens = ProgramRun.Parse(program).GetRoot(TestContext.Current.CancellationToken).DescendantTokens().Where(static token => token.Span.Length > 0).ToList();
        var text = program;
        foreach (var token in Enumerable.Range(0, Cuts).Select(_ => tokens[random.Next(tokens.Count)]).DistinctBy(static token => token.SpanStart).OrderByDescending(static token => token.SpanStart))
            yield return text = text.Remove(token.SpanStart, token.Span.Length);
    }
}
