using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.OpenApi;

namespace ClientGen.Specs.Arazzo;

/// <summary>Polling: steps that repeat themselves, and what ends them.</summary>
internal sealed class LoopFacts(FactFindings findings)
{
    /// <summary>Writes the facts of all normative loop steps.</summary>
    public void Write(IReadOnlyList<NormativeStep> steps)
    {
        var loops = steps.Where(static step => step.Rules(NormativeAspects.Loop) && step.Graph.IsLoop(step.Index) && RepeatsItself(step));
        foreach (var occurrences in loops.GroupBy(static step => step.Operation))
        {
            var operation = occurrences.Key;
            operation.IsOfProtocol = true;
            var terminal = Terminal(occurrences);
            if (LongPoll(operation, occurrences) is { } poll)
                operation.LongPoll = poll with { Terminal = terminal.Select(condition => PlainNames.Of(condition, operation.Contract.Contract.Model.Namespace)).ToEquatableArray() };
            foreach (var leaf in terminal.SelectMany(static condition => ConditionLeaves.AnyOf(condition.Expression)))
                MarkTerminal(operation.Contract, leaf);
        }
    }

    // A cycle through other steps too may only come back to this one; a poll asks the same question again.
    private static bool RepeatsItself(NormativeStep step) => step.Graph.AfterSuccess(step.Index).Contains(step.Index);

    private List<Condition> Terminal(IEnumerable<NormativeStep> occurrences)
    {
        List<Condition>? common = null;
        foreach (var step in occurrences)
        {
            var ends = Ends(step).ToList();
            if (common is not null && !new HashSet<ConditionNode>(common.Select(static end => end.Expression)).SetEquals(ends.Select(static end => end.Expression)))
            {
                findings.Conflict(step.Place("onSuccess"), $"Other normative workflows end the polling of `{step.Operation.Model.Id}` on other answers. What ends it in all of them counts.");
                common.RemoveAll(end => ends.All(other => other.Expression != end.Expression));
            }

            common ??= ends;
        }

        return common ?? [];
    }

    /// <summary>Actions that leave the loop for good, each as one condition.</summary>
    private static IEnumerable<Condition> Ends(NormativeStep step)
    {
        foreach (var action in step.Step.OnSuccess)
        {
            if (action.Criteria.IsEmpty)
                yield break;
            if (action.StepId is { } target && ComesBack(step, target))
                continue;
            yield return action.Criteria.Count == 1
                ? action.Criteria[0]
                : new Condition(
                    string.Join(" && ", action.Criteria.Select(static criterion => criterion.Text)),
                    new ConditionNode(ConditionKind.And, Children: action.Criteria.Select(static criterion => criterion.Expression).ToEquatableArray()));
        }
    }

    private static bool ComesBack(NormativeStep step, string target)
    {
        for (var i = 0; i < step.Workflow.Steps.Count; i++)
        {
            if (step.Workflow.Steps[i].Id == target)
                return i == step.Index || step.Graph.Reaches(i, step.Index);
        }

        return false;
    }

    private LongPollModel? LongPoll(OperationFacts operation, IEnumerable<NormativeStep> occurrences)
    {
        var shortest = operation.LongPoll?.MinTimeoutMilliseconds;
        foreach (var step in occurrences)
        {
            if (step.Step.TimeoutMilliseconds is not { } timeout)
                continue;
            if (shortest is { } known && known != timeout && (operation.Model.LongPoll is null || timeout < known))
            {
                findings.Conflict(step.Place("timeout"), operation.Model.LongPoll is null
                    ? $"Other normative workflows wait {Naming.Number(known)} ms for `{operation.Model.Id}`, this one {Naming.Number(timeout)} ms. The shorter time counts."
                    : $"`{operation.Model.Id}` needs at least {Naming.Number(known)} ms by its own contract, and this step waits {Naming.Number(timeout)} ms.");
            }

            if (operation.Model.LongPoll is null)
                shortest = Math.Min(shortest ?? timeout, timeout);
        }

        // "Without it, the timeout of a loop step counts as that minimum."
        return operation.LongPoll ?? (shortest is { } minimum
            ? new LongPollModel(LongPollBinder.StreamName(operation.Model.Name), minimum, Single: false, default, null, 0)
            : null);
    }

    private static void MarkTerminal(ContractFacts contract, MemberEquals leaf)
    {
        var prefix = contract.Contract.Model.Namespace + ".";
        if (leaf.Type is { Kind: TypeKind.Enum, Name: { } name })
            contract.Terminal(PlainNames.Of(name, prefix)!, JsonLiteral.StringOf(leaf.Json) ?? leaf.Json);
        if (leaf.Path is not [{ OnCase: { } onCase }, ..])
            return;

        // Every case of the union is an event; these end the polling.
        var plain = PlainNames.Of(onCase, prefix)!;
        contract.OnType(plain, new ProtocolFact("ProtocolEvent", EquatableArray.Of("Terminal=true")));
    }
}
