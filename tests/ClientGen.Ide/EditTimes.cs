using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Ide;

/// <summary>How long an editor waits for the marks in an open C# file after one more key.</summary>
internal static class EditTimes
{
    private const string Watched = "Keeper.cs";
    private const int WarmUp = 5;
    private const int Counted = 31;

    /// <summary>Measures two projects and prints a table.</summary>
    /// <param name="project">The project with ClientGen.</param>
    /// <param name="ordinary">The same project whose generated code is ordinary source.</param>
    public static async Task PrintAsync(OpenProject project, OpenProject ordinary)
    {
        Console.WriteLine($"\nmedian of {Counted} edits       compiler  all analyzers");
        // One statement in a method body, as typing has it.
        await PrintAsync("C#", project, ordinary, static (current, edit) => current.EditAsync(Watched, "var failures = " + edit, "var failures = " + (edit + 1)));
        // An enum gets another value: what refers to it is compiled again.
        await PrintAsync("contract", project, ordinary, static (current, edit) => current.EditAsync("lighthouse.openapi.yaml", "[sail,", $"[sail, whale{edit},"));
    }

    private static async Task PrintAsync(string what, OpenProject project, OpenProject ordinary, Func<OpenProject, int, Task<OpenProject>> edit)
    {
        var (with, without) = (new List<Wait>(), new List<Wait>());
        await WaitAsync(project);
        await WaitAsync(ordinary);
        for (var i = 0; i < WarmUp + Counted; i++)
        {
            // By turns, so that whatever else the machine does meets both.
            project = await edit(project, i);
            ordinary = await edit(ordinary, i);
            with.Add(await WaitAsync(project));
            without.Add(await WaitAsync(ordinary));
        }

        Print(what + ", with ClientGen", with);
        Print(what + ", without", without);
    }

    private static async Task<Wait> WaitAsync(OpenProject project)
    {
        var clock = Stopwatch.StartNew();
        var model = (await ((Document)project.Find(Watched)).GetSemanticModelAsync())!;
        _ = model.GetDiagnostics();
        var compiler = clock.Elapsed;
        var analysis = model.Compilation.WithAnalyzers(project.Analyzers, project.Project.AnalyzerOptions);
        await analysis.GetAnalyzerSyntaxDiagnosticsAsync(model.SyntaxTree, CancellationToken.None);
        await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None);
        return new(compiler, clock.Elapsed - compiler);
    }

    private static void Print(string name, List<Wait> waits) => Console.WriteLine(FormattableString.Invariant(
        $"{name,-24} {Median(waits, static wait => wait.Compiler),8:0.0} ms  {Median(waits, static wait => wait.Analyzers),8:0.0} ms"));

    private static double Median(List<Wait> waits, Func<Wait, TimeSpan> part) => waits.Skip(WarmUp).Select(part).Order().ElementAt(Counted / 2).TotalMilliseconds;

    // Until the compiler's own marks, generated code included; from then until those of all analyzers.
    private sealed record Wait(TimeSpan Compiler, TimeSpan Analyzers);
}
