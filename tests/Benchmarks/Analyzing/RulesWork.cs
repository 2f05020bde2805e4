using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ClientGen.Analyzers;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Benchmarks.Analyzing;

/// <summary>What the rules allocate for the large solution, and the method that takes them longest.</summary>
internal static class RulesWork
{
    /// <summary>Measures in this process and prints.</summary>
    public static void Print()
    {
        foreach (var plain in (int[])[100, 20])
        {
            _ = Allocated(plain, Rules());
            var (idle, rules) = (Allocated(plain, [new Idle()]), Allocated(plain, Rules()));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"1 file of {plain}: an analyzer that does nothing lets the compiler allocate {idle / 1e6:N0} MB, all rules {rules / 1e6:N0} MB ({(rules - idle) / 1e6:N0} MB more)."));
        }

        var (method, time, bytes) = Worst();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Worst method: {method}, {time.TotalMilliseconds:0.0} ms, {bytes / 1e3:N0} kB."));
    }

    private static ImmutableArray<DiagnosticAnalyzer> Rules() =>
        [.. typeof(ClientAnalyzer).Assembly.GetTypes().Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer))).Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    private static long Allocated(int plain, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var compilation = Compilation(plain);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        _ = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false)).GetAllDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static (string Method, TimeSpan Time, long Bytes) Worst()
    {
        var compilation = Compilation(20);
        var program = new SourceProgram(ProtocolFacts.Of(compilation)!, CancellationToken.None);
        var worst = ("", TimeSpan.Zero, 0L);
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var member in program.RelevantIn(tree))
            {
                if (compilation.GetSemanticModel(tree).GetDeclaredSymbol(member) is not IMethodSymbol method || program.GraphOf(method) is null)
                    continue;
                var (time, bytes) = BestOf(5, () => Explorer.Run(program, method, RuleOptions.Usual, CancellationToken.None));
                if (time > worst.Item2)
                    worst = (method.ToDisplayString(), time, bytes);
            }
        }

        return worst;
    }

    // One run alone also measures the just-in-time compiler, the garbage collector and the neighbours.
    private static (TimeSpan Time, long Bytes) BestOf(int runs, Action run) => Enumerable.Range(0, runs).Select(_ =>
    {
        var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        run();
        return (clock.Elapsed, GC.GetAllocatedBytesForCurrentThread() - before);
    }).Min();

    private static CSharpCompilation Compilation(int plain) => CSharpCompilation.Create(
        "Solution",
        LargeSolution.Sources(plain).Select(static (text, i) => CSharpSyntaxTree.ParseText(text, path: $"Part{i}.cs")),
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>An analyzer that does nothing: what the compiler pays for having one at all.</summary>
#pragma warning disable RS1012, RS1036, RS1038, RS2008 // It is run here only.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Idle : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new("IDLE", "Idle", "Idle", "Idle", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterCompilationStartAction(static _ => { });
        }
    }
#pragma warning restore RS1012, RS1036, RS1038, RS2008
}
