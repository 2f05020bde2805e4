using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Polling;
using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Streams;

/// <summary>CG7002: an event stream is read once, and nobody connects again when it breaks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StreamIsResumed() : ClientAnalyzer(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = Rules.Info("CG7002", Rules.Streams,
        title: "An event stream is read once",
        message: "When the connection of '{0}' breaks, {1}. Connect again after a pause and ask for what came meanwhile, a bounded number of times.",
        description: "Connections of event streams break now and then: servers restart, proxies close what is idle. Events that come meanwhile are lost on a program that does not come back.");

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts)
    {
        var sent = new Lazy<IReadOnlyList<IMethodSymbol>>(() => [.. LongPolls.Of(facts).Streams.Where(method => facts.Of(method).Stream is { Polls: null })]);
        NamedOperations.Register(context, new NameSet(["MaxReconnectAttempts"]), (operation, file) => Options(operation, sent.Value, facts, file));
        NamedOperations.Register(context, new NameSet(() => sent.Value.Select(static stream => stream.Name)), (operation, file) =>
        {
            if (operation is IInvocationOperation call && facts.Of(call.TargetMethod).Stream is { Polls: null, Resumes: false } && IsRead(call) && !Substitutes.IsSetup(call)
                && !Rounds.Contain([call.TargetMethod.Name], facts.Compilation, file.CancellationToken))
                file.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), call.TargetMethod.Name, "the loop over its events ends"));
        });
    }

    // Zero attempts switch off what the generated stream does by itself.
    private static void Options(IOperation operation, IReadOnlyList<IMethodSymbol> streams, ProtocolFacts facts, SemanticModelAnalysisContext file)
    {
        if (operation is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.ContainingType: { Name: "StreamOptions", ContainingNamespace.Name: "ClientGen" } } } assignment
            || ConstantValue.Integer(assignment.Value, facts.Compilation) != 0)
            return;
        var index = NamedUses.Of(facts.Compilation);
        if (streams.FirstOrDefault(stream => index.Calls(stream.Name).Any(call => facts.Of(call.TargetMethod).Stream is { Resumes: true })) is { } read
            && !Rounds.Contain([read.Name], facts.Compilation, file.CancellationToken))
            file.ReportDiagnostic(Diagnostic.Create(Rule, assignment.Value.Syntax.GetLocation(), read.Name, "it gives up at once, since it may not try again"));
    }

    private static bool IsRead(IInvocationOperation call)
    {
        for (var each = call.Parent; each is IConversionOperation or IInvocationOperation or IArgumentOperation or IForEachLoopOperation; each = each.Parent)
        {
            if (each is IForEachLoopOperation)
                return true;
        }

        return false;
    }
}
