using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Preconditions;

/// <summary>CG1006: a call of the protocol is started and nobody waits for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProtocolCallIsAwaited() : ClientAnalyzer(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = Rules.Warning("CG1006", Rules.Preconditions,
        title: "A protocol call is not awaited",
        message: "'{0}' is started and not awaited: its failure is lost, and what follows cannot rely on it. Await it, or return its task.",
        description: "The order of a protocol holds only for calls that have ended. A task that is dropped hides its failure, and the next call may overtake it.");

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts) =>
        NamedOperations.Register(context, new NameSet(() => facts.Names.Operations), (operation, file) => Analyze(operation as IInvocationOperation, facts, file));

    private static void Analyze(IInvocationOperation? call, ProtocolFacts facts, SemanticModelAnalysisContext context)
    {
        if (call is null || facts.Operation(call.TargetMethod) is not { } operation || !call.Type.IsTask() || !IsDropped(call) || Substitutes.IsSetup(call))
            return;
        context.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), operation.Method.Name));
    }

    // A statement of its own, or an assignment to a discard; a task that is kept anywhere may be awaited later.
    private static bool IsDropped(IOperation call) => call.Parent switch
    {
        IConversionOperation conversion => IsDropped(conversion),
        IExpressionStatementOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
        IConditionalAccessOperation access => IsDropped(access),
        _ => false,
    };
}
