using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Flow;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Retries;

/// <summary>CG3004 and CG3005, where a resilience library repeats a poll; loops are followed by <see cref="ProtocolIsFollowed"/>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PollRetryIsBounded() : ClientAnalyzer(FlowRules.CG3004, FlowRules.CG3005)
{
    // From here on a bound is none.
    private const long Endless = 40;

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts)
    {
        NamedOperations.Register(context, Resilience.Executions, (operation, file) => LookAtExecution(operation as IInvocationOperation, facts, file));
        NamedOperations.Register(context, Resilience.Handlers, (operation, file) => LookAtHandler(operation as IInvocationOperation, facts, file));
    }

    private static void LookAtExecution(IInvocationOperation? call, ProtocolFacts facts, SemanticModelAnalysisContext file)
    {
        if (call is null)
            return;
        var executed = Executed.Under(call, facts);
        // What begins a session anew begins to count anew.
        if (executed.Any(each => facts.Operation(each.Method)?.Starts.Count > 0))
            return;
        var poll = executed.FirstOrDefault(each => facts.Operation(each.Method) is { Poll: not null, Retry: not null } && !each.IsSettledInside(call));
        if (poll is not null && Most(Resilience.Of(Registration.Receiver(call)!, facts.Compilation)) is { } most)
            Report(facts.Operation(poll.Method)!, most.Retries!.Value, most.Place, poll.Shown.Syntax.GetLocation(), file);
    }

    private static void LookAtHandler(IInvocationOperation? call, ProtocolFacts facts, SemanticModelAnalysisContext file)
    {
        if (call is null || Registration.Receiver(call) is not { } builder || !Registration.IsBuilder(builder.Type) || Bound(call, facts.Compilation) is not { } retries)
            return;
        var wires = PollingWires.Of(facts);
        if (Registration.Of(builder, facts.Compilation).Select(wires.Of).FirstOrDefault(static poll => poll?.Retry is not null) is { } poll)
            Report(poll, retries, call, ResilienceHandler.Place(call), file);
    }

    private static RetryStrategy? Most(IReadOnlyList<RetryStrategy> retries) =>
        retries.Where(static retry => retry is { Handles: true, Retries: not null }).OrderByDescending(static retry => retry.Retries).FirstOrDefault();

    private static long? Bound(IInvocationOperation handler, Compilation compilation)
    {
        if (handler.TargetMethod.Name != "AddStandardResilienceHandler")
            return Most(Resilience.Before(handler, compilation))?.Retries;
        return ResilienceHandler.Configurations(handler, compilation).Select(static each => Returns.Lambda(each.Value)).OfType<IAnonymousFunctionOperation>()
            .SelectMany(static lambda => lambda.Body.Descendants()).OfType<ISimpleAssignmentOperation>()
            .Where(static assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "MaxRetryAttempts", Instance: IPropertyReferenceOperation { Property.Name: "Retry" } })
            .Select(assignment => ConstantValue.Integer(assignment.Value, compilation)).LastOrDefault();
    }

    private static void Report(OperationFacts poll, long retries, IInvocationOperation by, Location place, SemanticModelAnalysisContext file)
    {
        var limit = poll.Retry!.Limit;
        var line = by.Syntax.SyntaxTree.GetLineSpan(ResilienceHandler.Place(by).SourceSpan).StartLinePosition.Line + 1;
        var path = $"by '{by.TargetMethod.Name}' (line {line})";
        if (retries >= Endless)
            file.ReportDiagnostic(Diagnostic.Create(FlowRules.CG3004, place, poll.Method.Name, limit, path));
        else if (retries >= limit + RuleOptions.Of(file.Options.AnalyzerConfigOptionsProvider, file.SemanticModel.SyntaxTree).RetryTolerance)
            file.ReportDiagnostic(Diagnostic.Create(FlowRules.CG3005, place, poll.Method.Name, retries + 1, limit, path));
    }
}
