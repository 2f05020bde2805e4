using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Flow;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Retries;

/// <summary>CG3007, where a resilience library sends an operation again; loops are followed by <see cref="ProtocolIsFollowed"/>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OperationIsNotRepeated() : ClientAnalyzer(FlowRules.CG3007Pipeline, FlowRules.CG3007Handler)
{
    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts)
    {
        NamedOperations.Register(context, Resilience.Executions, (operation, file) => LookAtExecution(operation as IInvocationOperation, facts, file));
        NamedOperations.Register(context, Resilience.Handlers, (operation, file) => LookAtHandler(operation as IInvocationOperation, facts, file));
    }

    private static void LookAtExecution(IInvocationOperation? call, ProtocolFacts facts, SemanticModelAnalysisContext file)
    {
        if (call is null || Repeated(Executed.Under(call, facts), facts) is not { } repeated || repeated.IsSettledInside(call))
            return;
        if (Resilience.Of(Registration.Receiver(call)!, facts.Compilation).FirstOrDefault(static retry => retry.Handles == true) is { } retry)
            file.ReportDiagnostic(Diagnostic.Create(FlowRules.CG3007Pipeline, repeated.Shown.Syntax.GetLocation(), [retry.Place.Syntax.GetLocation()], repeated.Method.Name, retry.Name));
    }

    /// <summary>The call that must not be repeated; null for what ends, or watches, what it begins: a whole session may be run again.</summary>
    private static Executed? Repeated(IReadOnlyList<Executed> executed, ProtocolFacts facts)
    {
        var said = executed.Select(each => facts.Of(each.Method)).ToList();
        if (said.Any(static each => each.Stream is not null || each.Operation is { Poll: not null } or { Ends.Count: > 0 }))
            return null;
        return executed.FirstOrDefault(each => UnsafeCalls.Contains(each.Method, facts) && !IsLookedUp(each, facts));
    }

    // "Create it unless it is there": what is asked first decides, unless it is what the contract asks of everybody.
    private static bool IsLookedUp(Executed executed, ProtocolFacts facts)
    {
        var leadsUp = facts.Of(executed.Method).RequiresOperation.Concat(facts.Of(executed.Method).RequiresEvidence).ToList();
        for (IOperation? each = executed.Call; each is not (null or IAnonymousFunctionOperation); each = each.Parent)
        {
            if (each is IConditionalOperation condition && condition.Condition.DescendantsAndSelf().OfType<IAwaitOperation>().Any(awaited =>
                    !(awaited.Operation is IInvocationOperation asked && facts.Operation(asked.TargetMethod) is { } operation && leadsUp.Contains(operation.Id))))
                return true;
        }

        return false;
    }

    private static void LookAtHandler(IInvocationOperation? call, ProtocolFacts facts, SemanticModelAnalysisContext file)
    {
        if (call is null || Registration.Receiver(call) is not { } builder || !Registration.IsBuilder(builder.Type) || !Retries(call, facts.Compilation))
            return;
        var wires = UnsafeCalls.Of(facts);
        if (Registration.Of(builder, facts.Compilation).Select(wires.Of).FirstOrDefault(static found => found is not null) is { } repeated)
            file.ReportDiagnostic(Diagnostic.Create(FlowRules.CG3007Handler, ResilienceHandler.Place(call), repeated.Name, call.TargetMethod.Name));
    }

    private static bool Retries(IInvocationOperation call, Compilation compilation) => call.TargetMethod.Name switch
    {
        "AddStandardResilienceHandler" or "AddStandardHedgingHandler" => StandardRetries(call, compilation),
        _ => Resilience.Before(call, compilation).Any(static retry => retry.Handles == true),
    };

    /// <summary>Whether a standard handler sends POST requests again. Where its options come from elsewhere, nobody can tell here.</summary>
    private static bool StandardRetries(IInvocationOperation call, Compilation compilation)
    {
        var retries = true;
        foreach (var (configuration, _) in ResilienceHandler.Configurations(call, compilation))
        {
            if (Returns.Lambda(configuration) is not { } lambda)
                return false;
            foreach (var operation in lambda.Body.Descendants())
            {
                switch (operation)
                {
                    case IInvocationOperation { TargetMethod.Name: "DisableForUnsafeHttpMethods" or "DisableFor" }:
                        return false;
                    case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "ShouldHandle", Instance: IPropertyReferenceOperation { Property.Name: "Retry" or "Hedging" } } } assignment:
                        retries = RetryReader.Condition(assignment.Value, compilation) == true;
                        break;
                    case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Retry" or "Hedging" } }:
                        return false;
                }
            }
        }

        return retries;
    }
}
