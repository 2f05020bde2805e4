using System.Collections.Immutable;
using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using ClientGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Benchmarks.Analyzing;

/// <summary>What the rules add to the compile of a solution of 100,000 lines, beside the compile alone.</summary>
[Description("analyzers on 100,000 lines")]
[InvocationCount(1, 1)]
[WarmupCount(2)]
[IterationCount(7)]
[MemoryDiagnoser]
public class AnalyzerCost
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules =
    [
        .. typeof(ClientAnalyzer).Assembly.GetTypes().Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private CSharpCompilation _solution = null!;

    [GlobalSetup]
    public void Setup()
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .Select(static path => MetadataReference.CreateFromFile(path));
        var trees = LargeSolution.Sources().Select(static (text, i) => CSharpSyntaxTree.ParseText(text, path: $"Part{i}.cs")).ToList();
        Console.WriteLine($"// {trees.Sum(static tree => tree.GetText().Lines.Count):N0} lines, {Rules.Length} analyzers");
        _solution = CSharpCompilation.Create("Solution", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    // A compilation remembers what it has bound, so each run compiles a copy that has bound nothing.
    private CSharpCompilation Fresh() => _solution.WithAssemblyName("Solution" + Environment.TickCount64);

    [Benchmark(Baseline = true, Description = "compile")]
    public bool Compile() => Fresh().Emit(System.IO.Stream.Null).Success;

    [Benchmark(Description = "compile with the rules")]
    public async Task<bool> CompileWithRules()
    {
        // As the compiler does it: the rules listen while the compilation declares and binds.
        var compilation = Fresh();
        var found = compilation.WithAnalyzers(Rules).GetAnalyzerDiagnosticsAsync();
        var isCompiled = compilation.Emit(System.IO.Stream.Null).Success;
        return isCompiled && (await found).IsEmpty;
    }
}
