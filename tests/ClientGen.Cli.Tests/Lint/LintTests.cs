using System.Text.Json;

namespace ClientGen.Cli.Tests.Lint;

public sealed class LintTests
{
    private const string Sound =
        """
        openapi: 3.1.0
        info: { title: Lamps, version: 1.0.0 }
        paths:
          /lamps:
            get:
              operationId: listLamps
              responses: { '200': { description: All lamps. } }
        """;

    private const string SameNames =
        """
        openapi: 3.1.0
        info: { title: Lamps, version: 1.0.0 }
        paths:
          /lamps:
            get:
              operationId: lamps
              responses: { '200': { description: All lamps. } }
            put:
              operationId: lamps
              responses: { '200': { description: All lamps. } }
        """;

    [Fact]
    public async Task A_sound_contract_is_praised_and_exits_0()
    {
        using var run = new CommandRun().With("spec/lamps.yaml", Sound);
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("lint", "spec"));
        Assert.Equal("0 errors, 0 warnings and 0 notes in 1 contract.\n", run.Text);
    }

    [Fact]
    public async Task A_finding_is_printed_as_compilers_do_and_exits_1()
    {
        using var run = new CommandRun().With("lamps.yaml", SameNames);
        Assert.Equal(ExitCodes.Found, await run.RunAsync("lint", "lamps.yaml"));
        Assert.StartsWith("lamps.yaml(9,20): error CG9010: `lamps` is the operationId", run.Text);
        Assert.EndsWith("1 error, 0 warnings and 0 notes in 1 contract.\n", run.Text);
    }

    [Theory]
    [InlineData("never", ExitCodes.Ok)]
    [InlineData("error", ExitCodes.Found)]
    [InlineData("warning", ExitCodes.Found)]
    public async Task Fail_on_decides_the_exit_code(string failOn, int code)
    {
        using var run = new CommandRun().With("lamps.yaml", SameNames);
        Assert.Equal(code, await run.RunAsync("lint", "lamps.yaml", "--fail-on", failOn));
    }

    [Fact]
    public async Task Files_that_are_no_contracts_are_left_out_of_a_folder()
    {
        using var run = new CommandRun().With("lamps.yaml", Sound).With("package.json", "{ \"name\": \"lamps\" }").With("bin/old.yaml", SameNames);
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("lint"));
        Assert.Contains("in 1 contract.", run.Text);
    }

    [Fact]
    public async Task Patterns_choose_files()
    {
        using var run = new CommandRun().With("a/b/lamps.openapi.yaml", SameNames).With("a/lamps.yaml", Sound).With("lamps.openapi.yaml", Sound);
        Assert.Equal(ExitCodes.Found, await run.RunAsync("lint", "**/*.openapi.yaml"));
        Assert.Contains("in 2 contracts.", run.Text);
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("lint", "a/*.yaml"));
        Assert.Contains("in 1 contract.", run.Text);
    }

    [Fact]
    public async Task A_file_that_a_contract_refers_to_is_read_though_nobody_named_it()
    {
        using var run = new CommandRun()
            .With("lamps.yaml", Sound.Replace("{ description: All lamps. }", "{ $ref: 'common/answers.yaml#/lamps' }"))
            .With("common/answers.yaml", "lamps: { description: All lamps. }");
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("lint", "lamps.yaml"));
        File.Delete(Path.Combine(run.Folder, "common/answers.yaml"));
        Assert.Equal(ExitCodes.Found, await run.RunAsync("lint", "lamps.yaml"));
        Assert.Contains("CG9105", run.Text);
    }

    [Fact]
    public async Task Contracts_of_one_name_in_two_folders_do_not_clash()
    {
        using var run = new CommandRun().With("a/lamps.yaml", Sound).With("b/lamps.yaml", Sound);
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("lint", "--fail-on", "info"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("openapi: 2")]
    [InlineData("openapi: 3.1.0\npaths: [")]
    [InlineData("\0\u0001\uD800")]
    public async Task Whatever_a_file_holds_it_is_a_finding_with_a_place(string text)
    {
        using var run = new CommandRun().With("bad.yaml", text);
        Assert.Equal(ExitCodes.Found, await run.RunAsync("lint", "bad.yaml"));
        Assert.Matches(@"^bad\.yaml\(\d+,\d+\): error CG9\d\d\d: ", run.Text);
    }

    [Theory]
    [InlineData("missing.yaml", "missing.yaml does not exist.")]
    [InlineData("missing/*.yaml", "The folder missing does not exist.")]
    [InlineData(".", ". holds no contract")]
    [InlineData("Missing.csproj", "Missing.csproj does not exist.")]
    public async Task What_cannot_be_read_is_said_and_exits_2(string argument, string message)
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCodes.WrongInput, await run.RunAsync("lint", argument));
        Assert.StartsWith(message, run.Notes);
        Assert.Empty(run.Text);
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_is_no_contract_and_one_in_a_circle_is_not_followed()
    {
        using var run = new CommandRun().With("lamps.yaml", Sound);
        File.CreateSymbolicLink(Path.Combine(run.Folder, "gone.yaml"), "nowhere.yaml");
        Directory.CreateSymbolicLink(Path.Combine(run.Folder, "round"), ".");
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("lint"));
        Assert.Contains("in 1 contract.", run.Text);
    }

    [Fact]
    public async Task A_device_without_an_end_is_no_contract()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no such device here.");
        using var run = new CommandRun();
        Assert.Equal(ExitCodes.WrongInput, await run.RunAsync("lint", "/dev/zero"));
        Assert.Equal("/dev/zero is larger than 200 MB, which no contract is.\n", run.Notes);
    }

    [Fact]
    public async Task Json_has_every_place()
    {
        using var run = new CommandRun().With("lamps.yaml", SameNames);
        await run.RunAsync("lint", "--format", "json");
        using var json = JsonDocument.Parse(run.Text);
        Assert.Equal(1, json.RootElement.GetProperty("errors").GetInt32());
        var finding = Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(("CG9010", "lamps.yaml", 9, 20), (
            finding.GetProperty("id").GetString(), finding.GetProperty("file").GetString(), finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32()));
    }

    [Fact]
    public async Task Sarif_has_the_rule_and_the_place()
    {
        using var run = new CommandRun().With("lamps.yaml", SameNames);
        await run.RunAsync("lint", "-f", "sarif");
        using var json = JsonDocument.Parse(run.Text);
        var log = json.RootElement.GetProperty("runs")[0];
        var result = Assert.Single(log.GetProperty("results").EnumerateArray());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("CG9010", result.GetProperty("ruleId").GetString());
        Assert.Equal("CG9010", log.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0].GetProperty("id").GetString());
        Assert.Equal("lamps.yaml", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(9, place.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public async Task Our_own_contracts_are_sound_and_progress_is_told()
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("lint", Path.Combine(AppContext.BaseDirectory, "spec"), "--fail-on", "info"));
        Assert.Contains("in 6 contracts.", run.Text);
        Assert.Contains(run.Progress, static line => line.StartsWith("[1/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_project_says_which_contracts_are_meant_and_where_they_live()
    {
        using var run = new CommandRun().With("lamps.yaml", SameNames).With("other.yaml", Sound).With(
            "Shop.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><ClientGenSpec Include="other.yaml" Namespace="Shop.Lamps" /></ItemGroup>
            </Project>
            """);
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("lint", "Shop.csproj"));
        Assert.Contains("in 1 contract.", run.Text);
    }
}
