using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Analyzers.Credentials;

/// <summary>CG4006: a credential goes into a log, an exception, a URL or onto the console.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretIsNotWritten() : ClientAnalyzer(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = Rules.Warning("CG4006", Rules.Credentials,
        title: "A secret is written where people read it",
        message: "'{0}' holds a secret of the contract and is written into {1}. Leave it out, or write its length or a hash.",
        description: "Logs, exceptions, consoles and URLs are kept and passed on by many systems, and whoever reads them can use the credential.");

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts)
    {
        var flow = new SecretFlow(facts, context.Compilation);
        var names = new NameSet(() => facts.Names.Values(static value => value.IsSecret).Concat(SecretFlow.Serializers));
        NamedFiles.Register(context, names, (index, file) =>
        {
            foreach (var node in index.Doings)
            {
                if (file.SemanticModel.GetOperation(node, file.CancellationToken) is { } operation)
                    Analyze(operation, flow, file);
            }
        });
    }

    private static void Analyze(IOperation operation, SecretFlow flow, SemanticModelAnalysisContext context)
    {
        if (Outlet.Of(operation) is not var (place, written))
            return;
        foreach (var value in written)
        {
            if (flow.Find(value) is { } secret)
                context.ReportDiagnostic(Diagnostic.Create(Rule, secret.Syntax.GetLocation(), secret.Syntax.ToString(), place));
        }
    }
}
