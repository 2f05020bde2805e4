namespace ClientGen.Cli.Tests.Rules;

public sealed class RulesSetTests
{
    [Theory]
    // A new file, a file without a fitting section, a fitting section with a comment at its end.
    [InlineData("", "[*.cs]\n+\n")]
    [InlineData("root = true", "root = true\n\n[*.cs]\n+\n")]
    [InlineData("[*]\nindent_size = 4\n", "[*]\nindent_size = 4\n\n[*.cs]\n+\n")]
    [InlineData("[*.cs]\na = b\n\n# Tests are loud.\n[Tests/*.cs]\nc = d\n", "[*.cs]\na = b\n+\n\n# Tests are loud.\n[Tests/*.cs]\nc = d\n")]
    [InlineData("[*.{cs,vb}]\r\na = b\r\n", "[*.{cs,vb}]\r\na = b\r\n+\r\n")]
    // What is said already is changed where it stands, with its comment and spaces.
    [InlineData("[*]\n  DOTNET_diagnostic.cg3001.severity=none ; why\n", "[*]\n  DOTNET_diagnostic.cg3001.severity=error ; why\n")]
    [InlineData("[*.cs]\ndotnet_diagnostic.CG3001.severity = none\ndotnet_diagnostic.CG3001.severity =", "[*.cs]\ndotnet_diagnostic.CG3001.severity = none\ndotnet_diagnostic.CG3001.severity =error")]
    // What is said of some files stays.
    [InlineData("[Tests/*.cs]\ndotnet_diagnostic.CG3001.severity = none\n", "[Tests/*.cs]\ndotnet_diagnostic.CG3001.severity = none\n\n[*.cs]\n+\n")]
    [InlineData("\uFEFF[*.cs]\na = b\n", "\uFEFF[*.cs]\na = b\n+\n")]
    public async Task A_setting_is_written_and_every_other_line_stays(string before, string after)
    {
        using var run = new CommandRun().With(".git", "");
        if (before.Length > 0)
            File.WriteAllText(Path.Combine(run.Folder, ".editorconfig"), before);
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("rules", "set", "CG3001", "error"));
        Assert.Equal(
            after.Replace("+", "dotnet_diagnostic.CG3001.severity = error"),
            System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(run.Folder, ".editorconfig"))));

        Assert.Equal(ExitCodes.Ok, await run.RunAsync("rules", "set", "cg3001", "ERROR"));
        Assert.Equal("Nothing to change.\n", run.Text);
    }

    [Theory]
    [InlineData("root = true\n\n[*]\na = b\n")]
    [InlineData("[*.cs]\n# ours\na = b\n\n[Tests/*.cs]\nc = d\n")]
    [InlineData("root = true\r\n")]
    public async Task Default_takes_a_setting_away_and_leaves_what_was_before(string before)
    {
        using var run = new CommandRun().With(".git", "").With(".editorconfig", before);
        await run.RunAsync("rules", "set", "CG3001", "CG1001", "error");
        await run.RunAsync("rules", "set", "Polling", "none");
        Assert.NotEqual(before, run.Read(".editorconfig"));
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("rules", "set", "all", "default"));
        Assert.Equal(before, run.Read(".editorconfig"));
    }

    [Fact]
    public async Task Rules_about_contracts_go_where_the_compiler_looks_for_them()
    {
        using var run = new CommandRun().With(".git", "");
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("rules", "set", "CG3001", "CG9010", "suggestion"));
        Assert.Equal("[*.cs]\ndotnet_diagnostic.CG3001.severity = suggestion\n", run.Read(".editorconfig"));
        Assert.Equal("is_global = true\ndotnet_diagnostic.CG9010.severity = suggestion\n", run.Read(".globalconfig"));
        Assert.Equal(ExitCodes.WrongInput, await run.RunAsync("rules", "set", "CG9010", "none", "--file", ".editorconfig"));
        Assert.Contains("Only .globalconfig reaches them.", run.Notes);
    }

    [Fact]
    public async Task A_category_is_one_line_and_takes_the_lines_of_its_rules_away()
    {
        using var run = new CommandRun().With(".git", "").With(
            ".editorconfig", "[*.cs]\ndotnet_diagnostic.CG2001.severity = none\ndotnet_diagnostic.CG3001.severity = none\n");
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("rules", "set", "polling", "error"));
        Assert.Equal("[*.cs]\ndotnet_diagnostic.CG3001.severity = none\ndotnet_analyzer_diagnostic.category-ClientGen.Polling.severity = error\n", run.Read(".editorconfig"));
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("rules", "set", "CG3001", "default"));
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("rules", "set", "CG2001", "none"));
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("rules", "set", "Polling", "warning"));
        Assert.DoesNotContain("[*.cs]", run.Text);
    }

    [Fact]
    public async Task The_nearest_file_of_the_repository_is_written()
    {
        using var run = new CommandRun().With("repo/.git", "").With("repo/.editorconfig", "root = true\n").With("repo/src/a.cs", "").With(".editorconfig", "root = true\n");
        var terminal = new TestTerminal();
        Assert.Equal(ExitCodes.Ok, await CommandLine.RunAsync(["rules", "set", "CG3001", "none"], terminal, Path.Combine(run.Folder, "repo", "src")));
        Assert.Contains("CG3001", run.Read("repo/.editorconfig"));
        Assert.Equal("root = true\n", run.Read(".editorconfig"));
    }

    [Fact]
    public async Task A_dry_run_shows_the_lines_and_writes_nothing()
    {
        using var run = new CommandRun().With(".git", "").With(".editorconfig", "[*.cs]\ndotnet_diagnostic.CG3001.severity = none\n");
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("rules", "set", "CG3001", "error", "--dry-run"));
        Assert.Equal(
            "changed  .editorconfig\n    - dotnet_diagnostic.CG3001.severity = none\n    + dotnet_diagnostic.CG3001.severity = error\nNothing was written. Run the same command without --dry-run.\n", run.Text);
        Assert.Equal("[*.cs]\ndotnet_diagnostic.CG3001.severity = none\n", run.Read(".editorconfig"));
    }

    [Fact]
    public async Task What_wins_over_the_setting_is_named()
    {
        using var run = new CommandRun().With(".git", "").With(".editorconfig", "[*.cs]\na = b\n\n[**/A*.cs]\ndotnet_diagnostic.CG3001.severity = none\n");
        Assert.Equal(ExitCodes.Found, await run.RunAsync("rules", "set", "CG3001", "error"));
        Assert.Equal("In . CG3001 is none: .editorconfig(6) says so and wins.\n", run.Notes);
    }

    [Fact]
    public async Task Options_are_set_where_they_count()
    {
        using var run = new CommandRun().With(".git", "");
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("rules", "set", "clientgen_max_call_depth", "6"));
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("rules", "set", "clientgen_analyze_tests", "true"));
        Assert.Equal("[*.cs]\nclientgen_max_call_depth = 6\n", run.Read(".editorconfig"));
        Assert.Equal("is_global = true\nclientgen_analyze_tests = true\n", run.Read(".globalconfig"));
    }

    [Theory]
    [InlineData("CG0000 is no rule, no category and no option.", "CG0000", "error")]
    [InlineData("loud is no severity: error, warning,", "CG3001", "loud")]
    [InlineData("clientgen_max_call_depth cannot be 9: 0 to 8, or default.", "clientgen_max_call_depth", "9")]
    [InlineData("clientgen_max_call_depth is an option and is set by itself.", "CG3001", "clientgen_max_call_depth", "6")]
    [InlineData("Required argument", "CG3001")]
    public async Task Wrong_words_are_said(string message, params string[] words)
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCodes.WrongInput, await run.RunAsync(["rules", "set", .. words]));
        Assert.StartsWith(message, run.Notes);
        Assert.Empty(Directory.GetFileSystemEntries(run.Folder));
    }
}
