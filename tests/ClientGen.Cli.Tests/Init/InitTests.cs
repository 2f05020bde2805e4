namespace ClientGen.Cli.Tests.Init;

public sealed class InitTests
{
    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework> <!-- for now -->
          </PropertyGroup>
        </Project>

        """;

    private const string Lamps =
        """
        openapi: 3.1.0
        info: { title: Lamps, version: 1.0.0 }
        paths:
          /lamps:
            get:
              operationId: listLamps
              responses: { '200': { description: All lamps. } }
        """;

    [Fact]
    public async Task The_package_and_every_contract_below_are_added_once()
    {
        using var run = new CommandRun().With("Shop.csproj", Project).With("spec/lamps.yaml", Lamps).With("package.json", "{}");
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("init"));
        var expected = Project.Replace(
            "  </PropertyGroup>\n",
            $"""
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ClientGen" Version="{ToolVersion.Text}" />
                <ClientGenSpec Include="spec/lamps.yaml" />
              </ItemGroup>

            """);
        Assert.Equal(expected, run.Read("Shop.csproj"));
        Assert.EndsWith("Run `dotnet build`; then there are:\n    Shop.Lamps.LampsClient\n", run.Text);

        Assert.Equal(ExitCodes.Ok, await run.RunAsync("init"));
        Assert.Equal(expected, run.Read("Shop.csproj"));
        Assert.StartsWith("Everything is set up already.\n", run.Text);
    }

    [Fact]
    public async Task A_dry_run_shows_the_lines_and_writes_nothing()
    {
        using var run = new CommandRun().With("Shop.csproj", Project);
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("init", "--example", "--dry-run"));
        Assert.Contains("added    spec/kiln.openapi.yaml\n", run.Text);
        Assert.Contains("    +   <ClientGenSpec Include=\"spec/kiln.arazzo.yaml\" />\n", run.Text);
        Assert.Equal(Project, run.Read("Shop.csproj"));
        Assert.False(Directory.Exists(Path.Combine(run.Folder, "spec")));
    }

    [Fact]
    public async Task The_example_is_sound_has_a_protocol_and_is_never_overwritten()
    {
        using var run = new CommandRun().With("Shop.csproj", Project);
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("init", "--example"));
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("lint", "spec", "--fail-on", "info"));
        Assert.Contains("in 2 contracts.", run.Text);
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("generate", "spec", "-o", "out", "--root-namespace", "Shop"));
        var client = string.Concat(Directory.EnumerateFiles(Path.Combine(run.Folder, "out")).Select(File.ReadAllText));
        Assert.All(["[global::ClientGen.Protocol.RequiresEvidence", "Poll(MinTimeoutMs = 30000", "ProtocolEvent(Terminal = true)"], fact => Assert.Contains(fact, client));

        run.With("spec/kiln.openapi.yaml", Lamps);
        await run.RunAsync("init", "--example");
        Assert.Equal(Lamps, run.Read("spec/kiln.openapi.yaml"));
    }

    [Fact]
    public async Task Central_versions_go_where_all_versions_are()
    {
        using var run = new CommandRun().With("src/Shop/Shop.csproj", Project).With("src/Shop/lamps.yaml", Lamps)
            .With(
                "Directory.Packages.props",
                "<Project>\n  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>\n  <ItemGroup>\n    <PackageVersion Include=\"A\" Version=\"1.0.0\" />\n  </ItemGroup>\n</Project>\n");
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("init"));
        Assert.Contains("<PackageReference Include=\"ClientGen\" />", run.Read("src/Shop/Shop.csproj"));
        Assert.Contains(
            $"    <PackageVersion Include=\"A\" Version=\"1.0.0\" />\n    <PackageVersion Include=\"ClientGen\" Version=\"{ToolVersion.Text}\" />\n",
            run.Read("Directory.Packages.props"));
    }

    [Fact]
    public async Task What_an_import_brings_already_is_not_added()
    {
        using var run = new CommandRun().With("Shop.csproj", Project).With("spec/lamps.yaml", Lamps).With(
            "Directory.Build.targets",
            "<Project><ItemGroup><PackageReference Include=\"clientgen\" Version=\"0.0.1\" /><ClientGenSpec Include=\"spec/**/*.yaml\" Namespace=\"Contoso.Light\" /></ItemGroup></Project>");
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("init"));
        Assert.Equal(Project, run.Read("Shop.csproj"));
        Assert.Equal("Everything is set up already.\n    Contoso.Light.LampsClient\n", run.Text);
    }

    [Fact]
    public async Task Namespaces_odd_paths_and_files_that_are_only_referred_to_are_listed_as_a_build_needs_them()
    {
        using var run = new CommandRun().With("src/Shop.csproj", Project)
            .With("spec/lamps;100%.yaml", Lamps.Replace("{ description: All lamps. }", "{ $ref: 'common.yaml#/lamps' }")).With("spec/common.yaml", "lamps: { description: All lamps. }");
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("init", "spec/lamps;100%.yaml", "-n", "Contoso.Light"));
        Assert.Contains(
            "    <ClientGenSpec Include=\"../spec/lamps%3B100%25.yaml\" Namespace=\"Contoso.Light\" />\n    <ClientGenSpec Include=\"../spec/common.yaml\" Generate=\"false\" />\n",
            run.Read("src/Shop.csproj"));
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("init", "spec/lamps;100%.yaml"));
        Assert.StartsWith("Everything is set up already.\n    Contoso.Light.", run.Text);
    }

    [Fact]
    public async Task A_contract_with_errors_is_listed_and_its_errors_are_said()
    {
        using var run = new CommandRun().With("Shop.csproj", Project).With("lamps.yaml", Lamps.Replace("3.1.0", "1.0"));
        Assert.Equal(ExitCodes.Found, await run.RunAsync("init"));
        Assert.Contains("lamps.yaml(1,", run.Notes);
        Assert.Contains("<ClientGenSpec Include=\"lamps.yaml\" />", run.Read("Shop.csproj"));
    }

    [Fact]
    public async Task Without_a_project_or_a_contract_it_is_said_what_to_do()
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCodes.WrongInput, await run.RunAsync("init"));
        Assert.StartsWith("There is no .csproj here or below.", run.Notes);
        run.With("a/A.csproj", Project);
        Assert.Equal(ExitCodes.WrongInput, await run.RunAsync("init"));
        Assert.Equal("There is no contract below a. Name one, or begin with --example.\n", run.Notes);
        run.With("b/B.csproj", Project);
        Assert.Equal(ExitCodes.WrongInput, await run.RunAsync("init"));
        Assert.Equal("There are 2 projects: a/A.csproj, b/B.csproj. Name one with --project.\n", run.Notes);
    }

    [Theory]
    [InlineData("missing.csproj does not exist.\n", "--project", "missing.csproj")]
    [InlineData("lamps.yaml is no C# project (.csproj).\n", "--project", "lamps.yaml")]
    [InlineData("missing.yaml does not exist.\n", "missing.yaml")]
    [InlineData("Shop.csproj is a project; name it with --project.\n", "Shop.csproj")]
    public async Task What_cannot_be_used_is_said(string message, params string[] arguments)
    {
        using var run = new CommandRun().With("Shop.csproj", Project).With("lamps.yaml", Lamps);
        Assert.Equal(ExitCodes.WrongInput, await run.RunAsync(["init", .. arguments]));
        Assert.Equal(message, run.Notes);
        Assert.Equal(Project, run.Read("Shop.csproj"));
    }
}
