using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Analyzers.Tests.Kit;

/// <summary>Compiles programs against the real clients and runs every rule over them.</summary>
internal static class RuleRun
{
    /// <summary>Compiles sources; errors of theirs are errors of the test.</summary>
    public static CSharpCompilation Compile(params IEnumerable<string> sources)
    {
        var compilation = Shipped.Compile([.. sources.Select(static (text, i) => CSharpSyntaxTree.ParseText(text, path: $"Program{i}.cs"))]);
        var errors = compilation.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error).ToList();
        return errors.Count == 0 ? compilation : throw new InvalidOperationException("The program does not compile:\n" + string.Join("\n", errors));
    }

    /// <summary>What the rules say about a compilation, in the order of the text.</summary>
    /// <param name="compilation">The program.</param>
    /// <param name="options">Keys of <c>.globalconfig</c>.</param>
    public static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(CSharpCompilation compilation, params IEnumerable<(string Key, string Value)> options)
    {
        var analysis = compilation.WithAnalyzers(Shipped.Analyzers, new CompilationWithAnalyzersOptions(
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
