using ClientGen.Cli.Terminal;

namespace ClientGen.Cli.Tests;

public sealed class HelpTests
{
    public static TheoryData<string> Verbs => [.. Lines.Keys];

    /// <summary>Every verb by what people type; inner verbs behind the outer.</summary>
    private static Dictionary<string, Verb> Lines => new(CommandLine.Verbs.SelectMany(
        static verb => verb.Verbs.Select(inner => KeyValuePair.Create($"{verb.Name} {inner.Name}", inner)).Prepend(KeyValuePair.Create(verb.Name, verb))));

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Every_verb_shows_examples_and_exit_codes(string verb)
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCodes.Ok, await run.RunAsync([.. verb.Split(' '), "--help"]));
        Assert.Contains($"Examples:\n  clientgen {verb}", run.Text);
        Assert.Contains("Exit codes:\n  0 ", run.Text);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_verb_has_a_page_that_names_each_of_its_options(string name)
    {
        var verb = Lines[name];
        var command = new System.CommandLine.Command(verb.Name);
        verb.Describe(command);
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "cli", name.Split(' ')[0] + ".md"));
        Assert.All(command.Options, option => Assert.Contains($"`{option.Name}", page));
        Assert.All(command.Arguments, argument => Assert.Contains(argument.Name, page));
        Assert.All(verb.Exits, exit => Assert.Contains($"| {exit.Split(' ')[0]} |", page));
    }

    [Fact]
    public async Task Without_a_verb_all_of_them_are_listed()
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCodes.Ok, await run.RunAsync());
        Assert.All(CommandLine.Verbs, verb => Assert.Contains("  " + verb.Name, run.Text));
    }

    [Theory]
    [InlineData("clientgen lint", "lnit")]
    [InlineData("clientgen generate", "generat")]
    [InlineData("clientgen rules set", "rules", "sett")]
    public async Task A_mistyped_verb_is_guessed(string meant, params string[] words)
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCodes.WrongInput, await run.RunAsync(words));
        Assert.Contains($"Did you mean `{meant}`?", run.Notes);
    }

    [Fact]
    public async Task A_word_that_is_like_no_verb_is_not_guessed()
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCodes.WrongInput, await run.RunAsync("deploy"));
        Assert.DoesNotContain("Did you mean", run.Notes);
    }

    [Fact]
    public async Task A_bug_of_ours_is_told_as_one()
    {
        using var run = new CommandRun();
        var terminal = new BrokenTerminal();
        Assert.Equal(ExitCodes.Bug, await CommandLine.RunAsync(["rules", "list"], terminal, run.Folder));
        Assert.Contains("This is a bug in clientgen", terminal.Error.ToString());
        Assert.Contains("nobody expects this", terminal.Error.ToString());
    }

    [Fact]
    public void The_start_page_lists_every_verb_and_exit_code()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "cli", "README.md"));
        Assert.All(CommandLine.Verbs, verb => Assert.Contains($"| [clientgen {verb.Name}]({verb.Name}.md) |", page));
        Assert.All([ExitCodes.Ok, ExitCodes.Found, ExitCodes.WrongInput, ExitCodes.Bug, ExitCodes.Interrupted], code => Assert.Contains($"| {code} |", page));
    }

    [Fact]
    public async Task Wrong_arguments_are_named_and_lead_to_the_help()
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCodes.WrongInput, await run.RunAsync("lint", "--fail-on", "sometimes"));
        Assert.Contains("sometimes", run.Notes);
        Assert.Contains("clientgen lint --help", run.Notes);
    }
}
