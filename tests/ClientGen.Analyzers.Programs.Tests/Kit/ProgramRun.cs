using System.Text.RegularExpressions;
using ClientGen.Analyzers.Tests.Kit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Analyzers.Programs.Tests.Kit;

/// <summary>Compiles programs against the clients and runs all rules over them. Many programs share what the compiler knows of the references.</summary>
internal static partial class ProgramRun
{
    private const int GroupSize = 24;

    private static readonly SyntaxTree OwnProtocol = Parse(Ferry.Source, "Ferry.g.cs");

    /// <summary>Parses a program.</summary>
    public static SyntaxTree Parse(string text, string path = "Program.cs") => CSharpSyntaxTree.ParseText(text, path: path);

    /// <summary>Compiles the files of one program.</summary>
    public static CSharpCompilation Compile(params SyntaxTree[] files) => Shipped.Compile([OwnProtocol, .. files]);

    /// <summary>Compiles a program and runs all rules over it.</summary>
    public static Task<Verdict> JudgeAsync(string text) => JudgeAsync(Compile(Parse(text)));

    /// <summary>Runs all rules over a compilation.</summary>
    public static async Task<Verdict> JudgeAsync(CSharpCompilation compilation)
    {
        var analysis = compilation.WithAnalyzers(Shipped.Analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        var found = await analysis.GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return new Verdict(
            [.. found.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal))],
            [.. found.Where(static diagnostic => diagnostic.Id.StartsWith("CG", StringComparison.Ordinal) && !diagnostic.IsSuppressed)
                .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)],
            [.. found.Where(static diagnostic => diagnostic.Id.StartsWith("AD", StringComparison.Ordinal))]);
    }

    /// <summary>Judges many programs, as many at a time as there are processors.</summary>
    public static async Task<IReadOnlyList<(T Program, Verdict Verdict)>> JudgeAllAsync<T>(IReadOnlyList<T> programs, Func<T, CSharpCompilation> compile)
    {
        var verdicts = new (T, Verdict)[programs.Count];
        await Parallel.ForAsync(0, programs.Count, TestContext.Current.CancellationToken, async (i, _) =>
            verdicts[i] = (programs[i], await JudgeAsync(compile(programs[i]))));
        return verdicts;
    }

    /// <summary>Judges programs many at a time, each in namespaces of its own, and gives back those that are not silent.</summary>
    /// <remarks>What a rule says about a whole project is then about all programs of a group; only variants of one program belong together where that matters.</remarks>
    public static async Task<IReadOnlyList<(string Name, Verdict Verdict)>> GroupedAsync(IReadOnlyList<(string Name, string Text)> programs)
    {
        var (alone, together) = (programs.Where(static program => !Space().IsMatch(program.Text)).ToList(), programs.Where(static program => Space().IsMatch(program.Text)).ToList());
        var judged = (await JudgeAllAsync(alone, static program => Compile(Parse(program.Text)))).Select(static pair => (pair.Program.Name, pair.Verdict)).ToList();
        var groups = together.Select(static (program, i) => (program.Name, Tree: Parse(Space().Replace(program.Text, "namespace V" + i + ".$1"), i + ".cs"))).GroupBy(static program => program.Name.Split(',')[0]).SelectMany(static variants => variants.Chunk(GroupSize)).ToList();
        foreach (var (group, verdict) in await JudgeAllAsync(groups, static group => Compile([.. group.Select(static program => program.Tree)])))
            judged.AddRange(group.Select(program => (program.Name, verdict.Of(program.Tree))));
        return [.. judged.Where(static pair => !pair.Verdict.IsSilent)];
    }

    [GeneratedRegex(@"^namespace (\w)", RegexOptions.Multiline)]
    private static partial Regex Space();
}
