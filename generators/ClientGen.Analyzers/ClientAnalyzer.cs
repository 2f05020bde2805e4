using System.Collections.Immutable;
using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Analyzers;

/// <summary>What every rule repeats: concurrency, generated code, and leaving at once where no generated client can be in sight.</summary>
public abstract class ClientAnalyzer : DiagnosticAnalyzer
{
    /// <summary>An analyzer of these rules.</summary>
    /// <param name="rules">What it reports.</param>
    protected ClientAnalyzer(params DiagnosticDescriptor[] rules) => SupportedDiagnostics = rules.ToImmutableArray();

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (ProtocolFacts.Of(start.Compilation) is not { } facts)
                return;
            var options = RuleOptions.Of(start.Options.AnalyzerConfigOptionsProvider);
            if (options.AnalyzeTests || !TestProject.Is(start.Compilation, start.Options.AnalyzerConfigOptionsProvider.GlobalOptions))
                Register(start, facts);
        });
    }

    /// <summary>Registers what the rules look at.</summary>
    /// <param name="context">The compilation that starts.</param>
    /// <param name="facts">Its protocol facts.</param>
    internal abstract void Register(CompilationStartAnalysisContext context, ProtocolFacts facts);
}
