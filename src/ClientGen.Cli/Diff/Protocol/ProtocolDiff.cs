using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.Protocol;

/// <summary>Compares what two contracts say of the order, the waiting and the ending of calls: a table of contents.</summary>
internal static class ProtocolDiff
{
    /// <summary>Compares two models of one contract.</summary>
    public static void Compare(DiffRun run, ContractModel old, ContractModel @new)
    {
        var places = new ProtocolPlaces(run.Old, run.New);
        foreach (var (before, after) in OperationPairs.Of(old, @new))
        {
            FactDiff.Compare(run, places, before, after);
            PollDiff.Compare(run, places, before, after);
        }

        TerminalDiff.Compare(run, old, @new);
        EvidenceDiff.Compare(run, old, @new);
        CredentialDiff.Compare(run, old, @new);
        LifecycleDiff.Compare(run, old, @new);
    }

    /// <summary>Compares the workflows of all contracts, when it is known which of their changes became facts of operations.</summary>
    public static void CompareWorkflows(DiffRun run, IEnumerable<(ContractModel Old, ContractModel New)> contracts)
    {
        var facts = FactDiff.Kinds.Concat(PollDiff.Kinds).ToHashSet();
        var said = run.List.Found.Where(change => facts.Contains(change.Kind)).SelectMany(static change => change.Touches).ToHashSet();
        var operations = run.New.Models.SelectMany(static model => model.Client?.Operations ?? default)
            .Where(operation => said.Contains(new Touch(operation.Source))).Select(static operation => operation.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (old, @new) in contracts)
            WorkflowDiff.Compare(run, old, @new, operations);
    }
}
