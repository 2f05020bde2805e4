namespace ClientGen.Generator.Tests;

/// <summary>What each edit makes the compiler do again: the table of the style guide, one row a test.</summary>
public class CacheabilityTests
{
    [Fact]
    public void Unrelated_CSharp_leaves_everything_cached() =>
        Row(Contracts.Tides, run => run.AddSource("internal class Unrelated;"),
            document: "Cached", binding: "Cached", model: "Cached", findings: "", types: "Cached", clients: "Cached", output: "Cached");

    [Fact]
    public void A_comment_in_a_contract_is_read_and_bound_but_changes_nothing() =>
        Row(Contracts.Tides, run => run.Save(Contracts.Path, static text => "# a comment\n" + text),
            document: "Modified", binding: "Unchanged", model: "Cached", findings: "", types: "Cached", clients: "Cached", output: "Cached");

    [Fact]
    public void A_moved_finding_is_reported_again_and_nothing_is_emitted() =>
        Row(Contracts.WithFinding, run => run.Save(Contracts.Path, static text => "# a comment\n" + text),
            document: "Modified", binding: "Modified", model: "Unchanged", findings: "Modified", types: "Cached", clients: "Cached", output: "Cached+Modified");

    [Fact]
    public void A_renamed_operation_is_emitted_again_and_its_finding_is_not_reported_again() =>
        Row(Contracts.WithFinding, run => run.Save(Contracts.Path, static text => text.Replace("getHarbour\n", "getHarvest\n")),
            document: "Modified", binding: "Modified", model: "Modified", findings: "Unchanged", types: "Cached", clients: "Modified+Unchanged", output: "Cached+Modified");

    [Fact]
    public void One_schema_changes_one_small_file()
    {
        var run = new GeneratorRun((Contracts.Path, Contracts.Tides));
        var before = run.Files;
        var after = run.Save(Contracts.Path, static text => text.Replace("depth:", "draught:")).Files;

        var changed = after.Where(file => !before.TryGetValue(file.Key, out var text) || text != file.Value).Select(static file => file.Key);
        Assert.Equal(["tides.openapi.Types.Harbour.g.cs"], changed);
    }

    [Fact]
    public void A_contract_of_one_file_does_not_touch_the_files_of_another()
    {
        const string Other = "spec/moons.openapi.yaml";
        var run = new GeneratorRun((Contracts.Path, Contracts.Tides), (Other, Contracts.Tides.Replace("Harbour", "Crater")));
        var before = run.Files;
        var after = run.Save(Contracts.Path, static text => text.Replace("summary: All tides.", "summary: Every tide.")).Files;

        var changed = after.Where(file => before[file.Key] != file.Value).Select(static file => file.Key);
        Assert.All(changed, static name => Assert.StartsWith("tides.", name));
        Assert.NotEmpty(changed);
    }

    [Fact]
    public void The_same_contracts_give_the_same_bytes()
    {
        var first = new GeneratorRun((Contracts.Path, Contracts.Tides)).Files;
        var second = new GeneratorRun((Contracts.Path, Contracts.Tides)).Files;
        Assert.Equal(first, second);
        Assert.NotEmpty(first);
    }

    private static void Row(
        string contract, Action<GeneratorRun> edit, string document, string binding, string model, string findings, string types, string clients,
        string output)
    {
        var run = new GeneratorRun((Contracts.Path, contract));
        edit(run);
        Assert.Equal(
            (document, binding, model, findings, types, clients, output),
            (run.Reasons(Stages.Document), run.Reasons(Stages.Binding), run.Reasons(Stages.Model), run.Reasons(Stages.Findings), run.Reasons(Stages.TypeSource),
                run.Reasons(Stages.ClientSource), run.Reasons("Output")));
    }
}
