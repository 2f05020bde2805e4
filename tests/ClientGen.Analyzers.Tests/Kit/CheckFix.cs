using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ClientGen.Analyzers.Tests.Kit;

/// <summary>Assertions over fixes. The rule of the first marker is fixed; both programs have exactly the diagnostics that they mark.</summary>
/// <remarks>
/// Fixed one by one and by "fix all" in document, project and solution, a program gives the same text; no step brings a new
/// diagnostic, and what is fixed offers the fix no more.
/// </remarks>
internal static class CheckFix
{
    /// <summary>The program becomes the other one.</summary>
    /// <param name="before">With markers; the first one says which rule is fixed.</param>
    /// <param name="after">With markers for what is left.</param>
    /// <param name="index">Which of the offered actions is taken.</param>
    public static async Task Program(string before, string after, int index = 0)
    {
        await Check.Program(before);
        await Check.Program(after);
        var marked = MarkedSource.Parse(before);
        var expected = MarkedSource.Parse(after).Text;
        var id = marked.Marks.OrderBy(static mark => mark.Span.Start).First().Id;

        var start = FixRun.Of(marked.Text);
        var first = await start.OffersAsync(id) is [var offer, ..] ? offer : throw new InvalidOperationException($"No fix is offered for {id}.");
        Assert.True(index < first.Actions.Count, $"Only these are offered: {string.Join(" | ", first.Actions.Select(static action => action.Title))}");
        var key = first.Actions[index].EquivalenceKey;
        Assert.NotNull(key);

        Assert.Equal(expected, await OneByOneAsync(start, id, key, marked.Marks.Count));
        foreach (var scope in (FixAllScope[])[FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution])
            await AllAsync(marked.Text, expected, id, key, scope);
        // "dotnet format" may ask without a key and takes what comes first.
        if (index == 0)
            await AllAsync(marked.Text, expected, id, null, FixAllScope.Solution);
    }

    /// <summary>The body of an async method becomes the other one.</summary>
    public static Task Body(string before, string after, int index = 0) => Program(Check.Method(before), Check.Method(after), index);

    /// <summary>The members of a class become the others.</summary>
    public static Task Members(string before, string after, int index = 0) => Program(Check.Class(before), Check.Class(after), index);

    /// <summary>The program has the marked diagnostics, and none of them offers a fix.</summary>
    public static async Task IsNotOffered(string marked)
    {
        await Check.Program(marked);
        var source = MarkedSource.Parse(marked);
        var run = FixRun.Of(source.Text);
        foreach (var id in source.Marks.Select(static mark => mark.Id).Distinct())
            Assert.Empty((await run.OffersAsync(id)).SelectMany(static offer => offer.Actions.Select(static action => action.Title)));
    }

    private static async Task<string> OneByOneAsync(FixRun run, string id, string key, int most)
    {
        for (var step = 0; await run.OfferAsync(id, key) is { } action; step++)
        {
            Assert.True(step < most, $"The fix is still offered after {step} steps:\n{await run.TextAsync()}");
            var left = Counts(await run.DiagnosticsAsync());
            run = await run.ApplyAsync(action);
            var now = Counts(await run.DiagnosticsAsync());
            Assert.True(now.GetValueOrDefault(id) < left[id], $"{id} is still there:\n{await run.TextAsync()}");
            Assert.All(now, pair => Assert.True(pair.Value <= left.GetValueOrDefault(pair.Key), $"The fix brings a new {pair.Key}."));
        }

        return await run.TextAsync();
    }

    private static async Task AllAsync(string before, string after, string id, string? key, FixAllScope scope)
    {
        // A second file makes "project" differ from "document", and a second project makes "solution" differ from both.
        var run = FixRun.Of(before, twins: true);
        var result = await run.ApplyAllAsync(id, key, scope);
        Assert.Equal(after, await result.TextAsync());
        if (run.HasTwin)
            Assert.Equal(FixRun.Twin(scope == FixAllScope.Document ? before : after), await result.TextAsync(FixRun.TwinName));
        Assert.Equal(scope == FixAllScope.Solution ? after : before, await result.TextAsync(project: 1));
    }

    private static Dictionary<string, int> Counts(IEnumerable<Diagnostic> found) =>
        found.GroupBy(static diagnostic => diagnostic.Id).ToDictionary(static group => group.Key, static group => group.Count());
}
