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

    /// <summary>The project's C# version is too old for generated code.</summary>
    public static ReadingRule Language { get; } = new("CG9030",
        "The project's C# version is too old for the generated code",
        "Set <LangVersion>12</LangVersion> or a later version in the project file, or in Directory.Build.props for all projects. Projects for " +
        ".NET Framework and netstandard2.0 are C# 7.3 unless they say otherwise.");

    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<ReadingRule> All { get; } =
        [.. new[] { Internal, Language }.Concat(BindingRules.All).Concat(LifecycleRules.All).Concat(WorkflowRules.All).Concat(ReadingRules.All).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>A rule by its id; null when there is none.</summary>
    public static ReadingRule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
