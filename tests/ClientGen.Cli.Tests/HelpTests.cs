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

    [Fact]
    public async Task Wrong_arguments_are_named_and_lead_to_the_help()
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCodes.WrongInput, await run.RunAsync("lint", "--fail-on", "sometimes"));
        Assert.Contains("sometimes", run.Notes);
        Assert.Contains("clientgen lint --help", run.Notes);
    }
}
