using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;

namespace ClientGen.Specs.Arazzo;

/// <summary>How often calls are repeated, and after which answers credentials are renewed.</summary>
internal sealed class RetryFacts(FactFindings findings)
{
    /// <summary>Writes the facts of all normative steps.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="operationsOf">The operationIds of a workflow, in order.</param>
    public void Write(IReadOnlyList<NormativeStep> steps, Func<NormativeStep, string, IReadOnlyList<OperationFacts>> operationsOf)
    {
        foreach (var occurrences in steps.Where(static step => step.Rules(NormativeAspects.Retry)).GroupBy(static step => step.Operation))
            WriteBound(occurrences.Key, occurrences);
        foreach (var step in steps.Where(static step => step.Rules(NormativeAspects.Auth)))
            WriteRenewal(step, operationsOf);
    }

    private void WriteBound(OperationFacts operation, IEnumerable<NormativeStep> occurrences)
    {
        (int Limit, int After)? bound = null;
        foreach (var step in occurrences)
        {
            if (step.Step.OnFailure.FirstOrDefault(static action => action.Kind == StepActionKind.Retry && !IsRenewal(action)) is not { } retry)
                continue;
            var own = (retry.RetryLimit, retry.RetryAfterMilliseconds);
            if (bound is { } known && known != own)
            {
                findings.Conflict(step.Place("onFailure"),
                    $"Other normative workflows repeat `{operation.Model.Id}` {Naming.Number(known.Limit)} times with a pause of {Naming.Number(known.After)} ms, this one "
                        + $"{Naming.Number(own.RetryLimit)} times with {Naming.Number(own.RetryAfterMilliseconds)} ms. The higher limit and the shorter pause count.");
                own = (Math.Max(known.Limit, own.RetryLimit), Math.Min(known.After, own.RetryAfterMilliseconds));
            }

            bound = own;
        }

        if (bound is not { } found)
            return;
        operation.IsOfProtocol = true;
        operation.Add("RetryBound", Naming.Number(found.Limit), "AfterMs=" + Naming.Number(found.After));
        if (operation.LongPoll is { } poll)
            operation.LongPoll = poll with { RetryLimit = found.Limit, RetryAfterMilliseconds = found.After };
    }

    private static void WriteRenewal(NormativeStep step, Func<NormativeStep, string, IReadOnlyList<OperationFacts>> operationsOf)
    {
        if (step.Step.OnFailure.FirstOrDefault(IsRenewal) is not { Workflow: { } workflow } renewal)
            return;
        var statuses = renewal.Criteria.SelectMany(static criterion => ConditionLeaves.Statuses(criterion.Expression)).Distinct().OrderBy(static status => status).ToList();
        var operations = operationsOf(step, workflow.Id);
        if (statuses.Count == 0 || operations.Count == 0)
            return;
        step.Operation.IsOfProtocol = true;
        step.Operation.RenewOn.UnionWith(statuses);
        if (!step.Operation.Has("RenewOn"))
        {
            step.Operation.Add(
                "RenewOn",
                "[" + string.Join(",", statuses.Select(Naming.Number)) + "]",
                "[" + string.Join(",", operations.Select(static operation => JsonLiteral.Of(operation.Model.Id))) + "]");
        }

        foreach (var operation in operations)
            operation.IsOfProtocol = true;
    }

    /// <summary>A retry that first runs a workflow because the answer was 401 or 403.</summary>
    private static bool IsRenewal(StepActionModel action) =>
        action is { Kind: StepActionKind.Retry, Workflow: not null, Criteria.IsEmpty: false }
        && action.Criteria.All(static criterion => ConditionLeaves.Statuses(criterion.Expression) is { Count: > 0 } statuses && statuses.All(static status => status is 401 or 403));
}
