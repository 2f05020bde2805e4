using System.Text.Json;
using ClientGen.Cli.Diff;

namespace ClientGen.Cli.Tests.Diff;

public sealed class SemanticVersionTests
{
    [Theory]
    [InlineData("1.4.2", nameof(VersionStep.None), "1.4.2")]
    [InlineData("1.4.2", nameof(VersionStep.Patch), "1.4.3")]
    [InlineData("1.4.2", nameof(VersionStep.Minor), "1.5.0")]
    [InlineData("1.4.2", nameof(VersionStep.Major), "2.0.0")]
    [InlineData("v7", nameof(VersionStep.Minor), "7.1.0")]
    [InlineData("2.1", nameof(VersionStep.Patch), "2.1.1")]
    [InlineData("1.4.2+build.5", nameof(VersionStep.Patch), "1.4.3")]
    // "Anything MAY change at any time" before 1.0.0: what breaks moves the second number, everything else the third.
    [InlineData("0.3.1", nameof(VersionStep.Major), "0.4.0")]
    [InlineData("0.3.1", nameof(VersionStep.Minor), "0.3.2")]
    // The version that a pre-release leads to may be enough.
    [InlineData("2.0.0-rc.1", nameof(VersionStep.Major), "2.0.0")]
    [InlineData("1.5.0-beta", nameof(VersionStep.Minor), "1.5.0")]
    [InlineData("1.5.0-beta", nameof(VersionStep.Major), "2.0.0")]
    [InlineData("1.4.2-rc", nameof(VersionStep.Patch), "1.4.2")]
    [InlineData("1.4.2-rc", nameof(VersionStep.Minor), "1.5.0")]
    public void A_step_leads_from_a_version_to_the_next(string version, string step, string next) =>
        Assert.Equal(next, SemanticVersion.Parse(version)!.After(Enum.Parse<VersionStep>(step)).ToString());

    [Theory]
    [InlineData("2024-01-31")]
    [InlineData("latest")]
    [InlineData("")]
    [InlineData("1.2.3.4")]
    [InlineData("99999999999.0.0")]
    public void What_is_no_version_is_not_taken_for_one(string text) => Assert.Null(SemanticVersion.Parse(text));

    [Theory]
    [InlineData("operation-removed", "2.0.0")]
    [InlineData("operation-added", "1.5.0")]
    [InlineData("operation-deprecated", "1.5.0")]
    [InlineData("operation-tag-added", "1.4.3")]
    public async Task Changes_decide_on_the_step(string kind, string next)
    {
        var edit = Edit.All.First(edit => edit.Kind == kind);
        using var run = new CommandRun();
        edit.Old.Write(run, "old");
        edit.New.Write(run, "new");
        await run.RunAsync("diff", "old", "new", "-f", "json");
        using var json = JsonDocument.Parse(run.Text);
        Assert.Equal(("1.4.2", next), (json.RootElement.GetProperty("current").GetString(), json.RootElement.GetProperty("next").GetString()));
        await run.RunAsync("diff", "old", "new");
        Assert.Contains($"Next version: {next} (a ", run.Text);
    }

    [Fact]
    public async Task Without_a_change_the_version_may_stay()
    {
        using var run = new CommandRun();
        Sample.Library.Write(run, "old");
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("diff", "old", "old"));
        Assert.Equal("No change that callers can see.\nThe version may stay 1.4.2.\n", run.Text);
    }

    [Fact]
    public async Task The_current_version_can_be_said()
    {
        using var run = new CommandRun();
        Sample.Library.Write(run, "old");
        Sample.Library.With("getBook", "findBook").Write(run, "new");
        await run.RunAsync("diff", "old", "new", "--current", "3.0.0");
        Assert.Contains("Next version: 4.0.0 (a major step from 3.0.0).", run.Text);
        Assert.Equal(ExitCodes.WrongInput, await run.RunAsync("diff", "old", "new", "--current", "soon"));
        Assert.Contains("soon is no version such as 1.4.2.", run.Notes);
    }
}
