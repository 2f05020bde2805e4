using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>Contracts with their protocol facts, and what is wrong with these.</summary>
/// <param name="Models">The contracts in the order in which they were given.</param>
/// <param name="Findings">Contradictions and prerequisites that do not exist.</param>
public sealed record ProtocolFacts(EquatableArray<ContractModel> Models, EquatableArray<Finding> Findings);

/// <summary>Turns normative workflows, state machines and extensions into facts on the operations and types that they speak of.</summary>
public static class ProtocolFactBinder
{
    /// <summary>Binds the facts of all contracts of a build.</summary>
    /// <param name="contracts">Contracts and workflow documents, all bound.</param>
    /// <param name="cancellationToken">Looked at between contracts.</param>
    public static ProtocolFacts Bind(IReadOnlyList<BoundContract> contracts, CancellationToken cancellationToken)
    {
        var findings = new FactFindings();
        var facts = contracts.Select(static contract => new ContractFacts(contract)).ToList();
        var steps = contracts.SelectMany(contract => StepsOf(contract, facts)).ToList();
        cancellationToken.ThrowIfCancellationRequested();

        var evidence = new EvidenceFacts(findings);
        evidence.Write(steps);
        OrderFacts.Write(steps, evidence);
        new LoopFacts(findings).Write(steps);
        new RetryFacts(findings).Write(steps, (step, workflow) => OperationsOf(step, workflow, facts));
        new EventValueFacts(facts).Write();
        foreach (var contract in facts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var machine in contract.Contract.Model.Lifecycles)
            {
                LifecycleFacts.Write(machine, id => Find(contract, facts, id));
                LifecycleFacts.WriteEvents(machine, contract);
            }

            WriteRequirements(contract, facts, new RequiresBinder(findings, evidence));
            WriteCredentials(contract, facts);
        }

        foreach (var contract in facts)
            WriteOperations(contract);
        return new ProtocolFacts(facts.Select(static contract => contract.Enriched()).ToEquatableArray(), findings.Findings);
    }

    private static IEnumerable<NormativeStep> StepsOf(BoundContract contract, List<ContractFacts> facts)
    {
        if (contract.Model.Workflows is not { } document)
            yield break;
        foreach (var workflow in document.Workflows.Where(static workflow => workflow.Normative != NormativeAspects.None && workflow.Steps.Count > 0))
        {
            var graph = new StepGraph(workflow.Steps);
            for (var i = 0; i < workflow.Steps.Count; i++)
            {
                if (workflow.Steps[i] is { Kind: StepKind.Call, Client: >= 0 } step && ClientOf(document, step.Client, facts)?.Operation(step.OperationId) is { } operation)
                    yield return new NormativeStep(contract.Document, document, workflow, i, operation, graph);
            }
        }
    }

    private static ContractFacts? ClientOf(WorkflowDocumentModel document, int client, List<ContractFacts> facts) => facts.FirstOrDefault(contract =>
        contract.Contract.Model.SpecPath == document.Clients[client].Contract && contract.Contract.Model.Namespace == document.Clients[client].Namespace && contract.Contract.Model.Client is not null);

    private static IReadOnlyList<OperationFacts> OperationsOf(NormativeStep step, string workflow, List<ContractFacts> facts) =>
        step.Model.Workflows.FirstOrDefault(known => known.Id == workflow) is { } found
            ? [.. found.Steps.Where(static known => known.Client >= 0).Select(known => ClientOf(step.Model, known.Client, facts)?.Operation(known.OperationId)).OfType<OperationFacts>()]
            : [];

    /// <summary>An operation of the contract itself, of the sources of its workflows, or of any contract; in this order.</summary>
    private static OperationFacts? Find(ContractFacts contract, List<ContractFacts> facts, string id)
    {
        if (contract.Operation(id) is { } own)
            return own;
        if (contract.Contract.Model.Workflows is { } document)
        {
            for (var client = 0; client < document.Clients.Count; client++)
            {
                if (ClientOf(document, client, facts)?.Operation(id) is { } called)
                    return called;
            }
        }

        return facts.Select(other => other.Operation(id)).FirstOrDefault(static found => found is not null);
    }

    private static void WriteRequirements(ContractFacts contract, List<ContractFacts> facts, RequiresBinder binder)
    {
        var document = contract.Contract.Document;
        foreach (var operation in contract.Contract.Model.Client?.Operations ?? default)
        {
            if (Node(document, operation.Source) is { } node && contract.Operation(operation.Id) is { } found)
                binder.Write(node, found, id => Find(contract, facts, id));
        }

        foreach (var workflow in contract.Contract.Model.Workflows?.Workflows ?? default)
        {
            foreach (var step in workflow.Steps)
            {
                if (step is { Kind: StepKind.Call, Client: >= 0 } && Node(document, step.Source) is { } node
                    && ClientOf(contract.Contract.Model.Workflows!, step.Client, facts)?.Operation(step.OperationId) is { } found)
                    binder.Write(node, found, id => Find(contract, facts, id));
            }
        }
    }

    private static Located? Node(SpecDocument document, string source)
    {
        var hash = source.IndexOf('#');
        return hash >= 0 && SpecPointer.TryFind(document.Root, source.Substring(hash + 1), out var node, out _) ? new Located(document, node) : null;
    }

    private static void WriteCredentials(ContractFacts contract, List<ContractFacts> facts)
    {
        foreach (var scheme in contract.Contract.Model.Client?.Schemes ?? default)
        {
            if (scheme.AcquiredBy is not { } acquiredBy)
                continue;
            var hash = acquiredBy.IndexOf('#');
            var id = acquiredBy.Substring(hash + 1);
            var owner = hash < 0 ? contract : facts.FirstOrDefault(other => other.Contract.Model.SpecPath == SpecPath.FileName(acquiredBy.Substring(0, hash)));
            if (owner?.Operation(id) is not { } operation)
                continue;
            operation.IsOfProtocol = true;
            operation.Acquires = true;
            if (scheme.LifetimeSeconds is { } seconds && !operation.Has("TokenLifetime"))
                operation.Add("TokenLifetime", Naming.Number(seconds));
        }
    }

    private static void WriteOperations(ContractFacts contract)
    {
        foreach (var model in contract.Contract.Model.Client?.Operations ?? default)
        {
            if (contract.Operation(model.Id) is not { } operation || operation.Model != model)
                continue;
            if (operation.LongPoll is { } poll)
            {
                operation.IsOfProtocol = true;
                operation.Add("Poll", poll.Single
                    ? ["MinTimeoutMs=" + Naming.Number(poll.MinTimeoutMilliseconds), "Single=true"]
                    : ["MinTimeoutMs=" + Naming.Number(poll.MinTimeoutMilliseconds)]);
            }

            // Getting a token twice does no harm, and a contract that repeats a call has decided that it may be.
            if (!model.IsResendable && !operation.Acquires && !operation.Has("RetryBound"))
                operation.Add("NotRetryable");
            foreach (var leaf in (model.Success?.Criteria ?? default).SelectMany(static condition => ConditionLeaves.AllOf(condition.Expression)))
            {
                if (leaf.Path.All(static step => step is { OnCase: null, Name: not null }))
                    operation.Add("SuccessWhen", [JsonLiteral.Of(string.Join(".", leaf.Path.Select(static step => step.Name))), leaf.Json, .. contract.EnumMember(leaf)]);
            }
        }
    }
}
