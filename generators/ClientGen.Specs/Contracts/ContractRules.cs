using ClientGen.Specs.Arazzo;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Lifecycles;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Contracts;

/// <summary>Every rule about contract documents, CG9xxx.</summary>
public static class ContractRules
{
    /// <summary>A bug of ours.</summary>
    public static ReadingRule Internal { get; } = new("CG9000",
        "ClientGen failed on a contract",
        "This is a defect of ClientGen, not of the contract. The other contracts of the build are still generated.");

    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<ReadingRule> All { get; } =
        [.. new[] { Internal }.Concat(BindingRules.All).Concat(LifecycleRules.All).Concat(WorkflowRules.All).Concat(ReadingRules.All).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>A rule by its id; null when there is none.</summary>
    public static ReadingRule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
