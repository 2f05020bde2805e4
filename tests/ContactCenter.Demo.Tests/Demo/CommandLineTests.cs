namespace ContactCenter.Demo.Tests.Demo;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_names_every_option()
    {
        var run = await DemoRun.WithAsync("--help");
        Assert.Equal(0, run.Code);
        foreach (var option in (string[])["--scenario <name>", "--list", "--speed <fast|real>", "--help"])
            Assert.Contains(option, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_has_a_line_for_each_scenario()
    {
        var run = await DemoRun.WithAsync("--list");
        Assert.Equal(0, run.Code);
        Assert.Equal(DemoScenarios.All.Select(static scenario => scenario.Name), run.Output.TrimEnd().Split('\n').Select(static line => line.Split(' ')[0]));
    }

    [Theory]
    [InlineData("There is no scenario nowhere. Scenarios: sign-in,", "--scenario", "nowhere")]
    [InlineData("warp", "--speed", "warp")]
    [InlineData("--louder", "--louder")]
    [InlineData("--scenario", "--scenario")]
    public async Task Wrong_arguments_are_named_and_nothing_is_played(string complaint, params string[] arguments)
    {
        var run = await DemoRun.WithAsync(arguments);
        Assert.Equal(2, run.Code);
        Assert.Contains(complaint, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("tokenByAkSk", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_was_asked_for_is_played_in_that_order()
    {
        var run = await DemoRun.WithAsync("--scenario", "voice-only", "--scenario", "sign-in");
        Assert.Equal(0, run.Code);
        Assert.Equal(
            ["voice-only", "sign-in"],
            run.Lines.Select(static line => line.Split(' ')[0]).Where(static first => DemoScenarios.Find(first) is not null));
    }
}
