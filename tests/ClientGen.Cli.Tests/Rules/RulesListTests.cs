using System.Text.Json;
using ClientGen.Cli.Rules;

namespace ClientGen.Cli.Tests.Rules;

public sealed class RulesListTests
{
    [Fact]
    public async Task Every_rule_and_option_is_listed_with_its_default()
    {
        using var run = new CommandRun().With(".editorconfig", "root = true\n");
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("rules", "list"));
        Assert.NotEmpty(KnownRule.All);
        Assert.All(KnownRule.All, rule => Assert.Matches($@"\n{rule.Id}  {rule.Severity} +{rule.Severity} +(yes)? +{System.Text.RegularExpressions.Regex.Escape(rule.Title)}\n", run.Text));
        Assert.All(RuleOption.All, option => Assert.Contains($"\n{option.Key}", run.Text));
    }

    [Fact]
    public void The_options_are_those_of_the_documentation()
    {
        var told = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "configuration.md")).Where(static line => line.StartsWith("| `clientgen_", StringComparison.Ordinal));
        Assert.Equal(told.Select(static line => (line.Split('`')[1], line.Split('|')[3].Trim(' ', '`'))), RuleOption.All.Select(static option => (option.Key, option.Usual)));
    }

    [Theory]
    // The nearest file wins, and in it the last line.
    [InlineData("CG3001", "error", "src/.editorconfig", 2, "root = true\n[*.cs]\ndotnet_diagnostic.CG3001.severity = none", "[*.cs]\ndotnet_diagnostic.CG3001.severity = error")]
    [InlineData("CG3001", "none", ".editorconfig", 3, "root = true\n[*.cs]\ndotnet_diagnostic.CG3001.severity = none", "[Other.cs]\ndotnet_diagnostic.CG3001.severity = error")]
    [InlineData("CG3001", "silent", "src/.editorconfig", 3, "root = true", "[*]\ndotnet_diagnostic.CG3001.severity = error\ndotnet_diagnostic.CG3001.severity = refactoring # why")]
    [InlineData("CG3001", "warning", null, 0, "[*.cs]\ndotnet_diagnostic.CG3001.severity = none", "root = true")]
    // A rule wins over its category, the category over all analyzers.
    [InlineData("CG3001", "suggestion", ".editorconfig", 3, "root = true\n[*.cs]\ndotnet_diagnostic.cg3001.severity = info\ndotnet_analyzer_diagnostic.category-ClientGen.Retries.severity = none", "")]
    [InlineData("CG3002", "none", ".editorconfig", 3, "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.category-ClientGen.Retries.severity = none\ndotnet_analyzer_diagnostic.severity = error", "")]
    [InlineData("CG1001", "error", ".editorconfig", 3, "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.severity = error", "")]
    // What means nothing is passed over.
    [InlineData("CG3001", "warning", null, 0, "root = true\n[*.cs]\ndotnet_diagnostic.CG3001.severity = loud", "")]
    [InlineData("CG3001", "warning", null, 0, "root = true\ndotnet_diagnostic.CG3001.severity = none", "")]
    // Findings about contracts stand in no C# file.
    [InlineData("CG9010", "as found", null, 0, "root = true\n[*.cs]\ndotnet_diagnostic.CG9010.severity = none", "")]
    public async Task The_severity_that_holds_is_found_as_the_compiler_does(string id, string severity, string? file, int line, string above, string near)
    {
        using var run = new CommandRun().With(".editorconfig", above).With("src/.editorconfig", near);
        var rule = await RuleAsync(run, id);
        Assert.Equal((severity, file, line), Said(rule));
    }

    [Fact]
    public async Task What_counts_for_the_project_gives_way_to_what_counts_for_a_file_and_reaches_contracts()
    {
        using var run = new CommandRun().With("src/Calls.cs", "").With(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CG3001.severity = error")
            .With(
                ".globalconfig",
                "is_global = true\ndotnet_diagnostic.CG3001.severity = none\ndotnet_diagnostic.CG3002.severity = none\ndotnet_diagnostic.CG9010.severity = none");
        Assert.Equal(("error", ".editorconfig", 3), Said(await RuleAsync(run, "CG3001")));
        Assert.Equal(("none", ".globalconfig", 3), Said(await RuleAsync(run, "CG3002")));
        Assert.Equal(("none", ".globalconfig", 4), Said(await RuleAsync(run, "CG9010")));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("global_level = 101\n", "src/.globalconfig")]
    [InlineData("global_level = 3\n", ".globalconfig")]
    public async Task Of_two_files_that_count_for_the_project_the_higher_level_wins_and_two_of_a_level_unsay_each_other(string level, string? winner)
    {
        using var run = new CommandRun().With(".editorconfig", "root = true").With(".globalconfig", "dotnet_diagnostic.CG3001.severity = error")
            .With("src/.globalconfig", level + "dotnet_diagnostic.CG3001.severity = error");
        Assert.Equal(winner, Said(await RuleAsync(run, "CG3001")).File);
    }

    [Theory]
    [InlineData("clientgen_max_call_depth", "6", "6")]
    [InlineData("clientgen_max_call_depth", "99", "8")]
    [InlineData("clientgen_max_call_depth", "many", "4")]
    [InlineData("clientgen_report_unknown", "True", "true")]
    [InlineData("clientgen_analyze_tests", "true", "false")]
    public async Task An_option_is_read_as_the_analyzers_do(string key, string said, string counts)
    {
        using var run = new CommandRun().With(".editorconfig", $"root = true\n[*.cs]\n{key} = {said}");
        await run.RunAsync("rules", "list", "--format", "json");
        using var json = JsonDocument.Parse(run.Text);
        var option = json.RootElement.GetProperty("options").EnumerateArray().Single(option => option.GetProperty("key").GetString() == key);
        Assert.Equal(counts, option.GetProperty("value").GetString());
    }

    [Fact]
    public async Task A_place_that_does_not_exist_is_said()
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCodes.WrongInput, await run.RunAsync("rules", "list", "nowhere"));
        Assert.Equal("nowhere does not exist.\n", run.Notes);
    }

    private static async Task<JsonElement> RuleAsync(CommandRun run, string id)
    {
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("rules", "list", "src", "--format", "json"));
        using var json = JsonDocument.Parse(run.Text);
        return json.RootElement.GetProperty("rules").EnumerateArray().Single(rule => rule.GetProperty("id").GetString() == id).Clone();
    }

    private static (string? Severity, string? File, int Line) Said(JsonElement rule) => rule.GetProperty("source") is { ValueKind: JsonValueKind.Object } source
        ? (rule.GetProperty("severity").GetString(), source.GetProperty("file").GetString(), source.GetProperty("line").GetInt32())
        : (rule.GetProperty("severity").GetString(), null, 0);
}
