using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Analyzers.Tests.Kit;

/// <summary>Compiles programs against the real clients and runs every rule over them.</summary>
internal static class RuleRun
{
    /// <summary>Every analyzer that ships.</summary>
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(ClientAnalyzer).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>What programs reference.</summary>
    /// <remarks>Test frameworks stay out: where one is referenced, the rules are silent.</remarks>
    internal static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
                && !Path.GetFileName(path).StartsWith("xunit", StringComparison.OrdinalIgnoreCase)
                && !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.OrdinalIgnoreCase)
                && !Path.GetFileName(path).StartsWith("ClientGen.Analyzers", StringComparison.OrdinalIgnoreCase)
                && !Path.GetFileName(path).StartsWith("ClientGen.Specs", StringComparison.OrdinalIgnoreCase)
                && !Path.GetFileName(path).StartsWith("ClientGen.CodeFixes", StringComparison.OrdinalIgnoreCase))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path)),
    ];

    // The engine says nothing where it fails; tests want to hear of it.
    static RuleRun() => AppContext.SetSwitch("ClientGen.Analyzers.Strict", true);

    /// <summary>A file of its own in every program.</summary>
    internal const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using ClientGen;
        global using ClientGen.Protocol;
        """;

    /// <summary>Compiles sources; errors of theirs are errors of the test.</summary>
    public static CSharpCompilation Compile(params IEnumerable<string> sources)
    {
        var trees = sources.Select((text, i) => CSharpSyntaxTree.ParseText(text, path: $"Program{i}.cs"))
            .Append(CSharpSyntaxTree.ParseText(Usings, path: "Usings.cs")).ToList();
        var kind = trees.Any(static tree => tree.GetRoot().ChildNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax>().Any())
            ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = CSharpCompilation.Create("Program", trees, References, new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error).ToList();
        return errors.Count == 0 ? compilation : throw new InvalidOperationException("The program does not compile:\n" + string.Join("\n", errors));
    }

    /// <summary>What the rules say about a compilation, in the order of the text.</summary>
    /// <param name="compilation">The program.</param>
    /// <param name="options">Keys of <c>.globalconfig</c>.</param>
    public static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(CSharpCompilation compilation, params IEnumerable<(string Key, string Value)> options)
    {
        var analysis = compilation.WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new ConfigOptions(options)), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var found = await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.Where(static diagnostic => !diagnostic.IsSuppressed).OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    private sealed class ConfigOptions(IEnumerable<(string Key, string Value)> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(values.ToDictionary(static pair => pair.Key, static pair => pair.Value));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
