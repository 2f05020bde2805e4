namespace ClientGen.Specs.Tests.Arazzo;

/// <summary>The contracts of this repository.</summary>
public class OwnContractsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "spec");

    internal static Contracts Bound() => Contracts.Of([.. Directory.GetFiles(Folder, "*.yaml").Order(StringComparer.Ordinal).Select(static path => (path, File.ReadAllText(path)))]);

    [Fact]
    public void Have_no_findings() => Assert.Empty(Bound().Findings);

    [Fact]
    public void All_workflows_can_run() =>
        Assert.All(Bound().All.Where(contract => contract.Model.Workflows is not null).SelectMany(contract => contract.Model.Workflows!.Workflows), workflow => Assert.True(workflow.CanRun, workflow.Id));
}
