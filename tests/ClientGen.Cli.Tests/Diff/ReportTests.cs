using System.Text.Json;

namespace ClientGen.Cli.Tests.Diff;

public sealed class ReportTests
{
    [Fact]
    public async Task Text_shows_both_lines_the_members_and_the_users()
    {
        using var run = await RunAsync(Longer, "text");
        Assert.Equal(
            """
            new/docking.arazzo.yaml(83,9): risky retry-limit-lowered: `watchBerth` could be repeated 2 times after a failure, and now 1 times. (sent)
                source compatible, binary compatible, wire risky; was at old/docking.arazzo.yaml(83,9)
                C#: HarbourClient.WatchBerthAsync
            """,
            run.Text[..(run.Text.IndexOf("WatchBerthAsync", StringComparison.Ordinal) + "WatchBerthAsync".Length)]);
    }

    [Fact]
    public async Task Json_has_everything()
    {
        using var run = await RunAsync(Removed, "json");
        using var json = JsonDocument.Parse(run.Text);
        Assert.Equal(("major", "1.4.2", "2.0.0"), (Text(json.RootElement, "step"), Text(json.RootElement, "current"), Text(json.RootElement, "next")));
        var change = Assert.Single(json.RootElement.GetProperty("changes").EnumerateArray());
        Assert.Equal(("optional-property-removed", "breaking", "breaking", "breaking", "risky"), (
            Text(change, "kind"), Text(change, "impact"), Text(change, "source"), Text(change, "binary"), Text(change, "wire")));
        Assert.Equal("`Book.pages` is gone.", Text(change, "message"));
        Assert.Equal((false, true), (change.GetProperty("sent").GetBoolean(), change.GetProperty("received").GetBoolean()));
        Assert.Equal(("old/library.yaml", 58), (Text(change.GetProperty("old"), "file"), change.GetProperty("old").GetProperty("line").GetInt32()));
        Assert.Equal(["Book.Pages"], change.GetProperty("members").EnumerateArray().Select(static member => member.GetString()));
        Assert.Equal(["GET /books/{bookId}"], change.GetProperty("operations").EnumerateArray().Select(static member => member.GetString()));
    }

    [Fact]
    public async Task Sarif_has_the_new_line_and_leads_to_the_old_one()
    {
        using var run = await RunAsync(Removed, "sarif");
        using var json = JsonDocument.Parse(run.Text);
        var log = json.RootElement.GetProperty("runs")[0];
        var result = Assert.Single(log.GetProperty("results").EnumerateArray());
        Assert.Equal(("optional-property-removed", "error"), (Text(result, "ruleId"), Text(result, "level")));
        Assert.Equal("new/library.yaml", Uri(result.GetProperty("locations")[0]));
        Assert.Equal("old/library.yaml", Uri(result.GetProperty("relatedLocations")[0]));
        Assert.Equal("optional-property-removed", Text(log.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0], "id"));
    }

    [Fact]
    public async Task Markdown_groups_by_impact_and_keeps_strangers_words_in_their_cells()
    {
        using var run = await RunAsync((Sample.Library, Sample.Library.With("enum: [novel, atlas]", "enum: [novel, 'a|b<img>']")), "markdown");
        Assert.StartsWith("## Changes of the contract\n\n", run.Text);
        Assert.Contains("### Breaking\n", run.Text);
        Assert.Contains("a\\|b&lt;img>", run.Text);
        Assert.DoesNotContain("<img>", run.Text);
    }

    [Theory]
    [InlineData("breaking", ExitCodes.Found)]
    [InlineData("risky", ExitCodes.Found)]
    [InlineData("never", ExitCodes.Ok)]
    public async Task Fail_on_decides_the_exit_code_of_what_breaks(string failOn, int code)
    {
        using var run = Written(Removed);
        Assert.Equal(code, await run.RunAsync("diff", "old", "new", "--fail-on", failOn));
    }

    [Theory]
    [InlineData("breaking", ExitCodes.Ok)]
    [InlineData("risky", ExitCodes.Found)]
    public async Task Fail_on_decides_the_exit_code_of_what_is_risky(string failOn, int code)
    {
        using var run = Written((Sample.Library, Sample.Library.With("default: 1 }", "default: 2 }")));
        Assert.Equal(code, await run.RunAsync("diff", "old", "new", "--fail-on", failOn));
    }

    [Fact]
    public async Task What_is_not_shown_counts_all_the_same()
    {
        using var run = Written((Sample.Library, Sample.Library.With("webhooks:\n", "webhooks:\n  lost: { post: { responses: { '200': { description: Heard. } } } }\n")));
        await run.RunAsync("diff", "old", "new", "--show", "breaking", "--fail-on", "never");
        Assert.DoesNotContain("webhook-added", run.Text);
        Assert.Contains("compatible", run.Text);
        Assert.Contains("Next version: ", run.Text);
    }

    private static (Sample Old, Sample New) Longer => (Sample.Harbour, Sample.Harbour.With("retryLimit: 2", "retryLimit: 1"));

    private static (Sample Old, Sample New) Removed => (Sample.Library, Sample.Library.With("        pages: { type: integer, format: int32 }\n", ""));

    private static async Task<CommandRun> RunAsync((Sample Old, Sample New) samples, string form)
    {
        var run = Written(samples);
        await run.RunAsync("diff", "old", "new", "--format", form);
        return run;
    }

    private static CommandRun Written((Sample Old, Sample New) samples)
    {
        var run = new CommandRun();
        samples.Old.Write(run, "old");
        samples.New.Write(run, "new");
        return run;
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static string? Uri(JsonElement location) => location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString();
}
