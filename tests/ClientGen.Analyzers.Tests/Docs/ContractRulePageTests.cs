using ClientGen.Specs.Contracts;
using ClientGen.Specs.Reading;

namespace ClientGen.Analyzers.Tests.Docs;

public sealed class ContractRulePageTests
{
    // What the examples with workflows call.
    private const string Source = "lamps.openapi.yaml";

    // A defect of ours has no example: we would have mended it. What is wrong with a project cannot be shown in a contract.
    public static TheoryData<string> WithExamples =>
        [.. ContractRules.All.Where(static rule => rule != ContractRules.Internal && rule != ContractRules.Language).Select(static rule => rule.Id)];

    [Theory]
    [MemberData(nameof(KnownRule.ContractIds), MemberType = typeof(KnownRule))]
    public void A_rule_has_a_page_and_a_link_to_it(string id)
    {
        Assert.Equal($"# {id}: {ContractRules.Find(id)!.Title}", RulePage.Read(id).Heading);
        Assert.Equal($"https://github.com/clientgen/clientgen/blob/main/docs/rules/{id}.md", ContractRules.Find(id)!.HelpLink);
    }

    [Theory]
    [MemberData(nameof(WithExamples))]
    public void What_violates_is_reported_by_this_rule_alone(string id)
    {
        var found = Findings(RulePage.Read(id).Violating!);

        Assert.True(found.Count > 0, "Nothing is reported.");
        Assert.All(found, finding => Assert.True(finding.Id == id, finding.ToString()));
    }

    [Theory]
    [MemberData(nameof(WithExamples))]
    public void What_does_not_violate_is_left_alone_by_all_rules(string id) => Assert.Empty(Findings(RulePage.Read(id).Conforming!));

    private static IReadOnlyList<Finding> Findings(string example)
    {
        var contract = Input("example.yaml", example, ContractUse.Generate);
        ContractInput[] inputs = example.Contains(Source, StringComparison.Ordinal)
            ? [contract, Input(Source, Repository.Read("docs", "rules", Source)!, ContractUse.Generate)]
            : [contract];
        return [.. ContractBinder.Bind(inputs, TestContext.Current.CancellationToken).Findings];
    }

    private static ContractInput Input(string path, string text, ContractUse use) =>
        new(SpecReader.Read(path, text, TestContext.Current.CancellationToken), "Example", use);
}
