using ClientGen.Cli.Terminal;

namespace ClientGen.Cli.Tests;

public sealed class ConsoleTerminalTests
{
    [Fact]
    public void A_terminal_gets_colours() => Assert.Contains("\u001b[", Written(readsOutput: true));

    [Fact]
    public void A_pipe_gets_plain_text() => Assert.Equal("it is wrong\n", Written(readsOutput: false));

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public void A_terminal_without_colours_gets_plain_text(string variable, string value) =>
        Assert.Equal("it is wrong\n", Written(readsOutput: true, name => name == variable ? value : null));

    [Fact]
    public void An_empty_NO_COLOR_counts_as_none() => Assert.Contains("\u001b[", Written(readsOutput: true, static name => name == "NO_COLOR" ? "" : null));

    [Fact]
    public void Lines_are_never_wrapped()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 2_000));
        var output = new StringWriter { NewLine = "\n" };
        new ConsoleTerminal(output, TextWriter.Null, readsOutput: false, readsError: false, static _ => null).Line(text);
        Assert.Equal(text + "\n", output.ToString());
    }

    [Fact]
    public void Progress_is_shown_to_nobody_in_a_pipe()
    {
        var error = new StringWriter();
        var terminal = new ConsoleTerminal(TextWriter.Null, error, readsOutput: false, readsError: false, static _ => null);
        Assert.Equal(7, terminal.Watch("Working", static progress => { progress("half"); return 7; }));
        Assert.Empty(error.ToString());
    }

    [Theory]
    [InlineData("Reading a.yaml", 20, "Reading a.yaml")]
    [InlineData("Reading a/very/long/path/to/a.yaml", 20, "Reading a/ve…/a.yaml")]
    public void A_line_of_progress_stays_one_line(string text, int width, string shown) => Assert.Equal(shown, ConsoleTerminal.Fit(text, width));

    [Fact]
    public void What_long_work_throws_comes_out_as_it_is()
    {
        var terminal = new ConsoleTerminal(TextWriter.Null, TextWriter.Null, readsOutput: true, readsError: true, static _ => null);
        Assert.Throws<WrongInputException>(() => terminal.Watch<int>("Working", static _ => throw new WrongInputException("no")));
    }

    private static string Written(bool readsOutput, Func<string, string?>? environment = null)
    {
        var output = new StringWriter { NewLine = "\n" };
        new ConsoleTerminal(output, TextWriter.Null, readsOutput, readsError: false, environment ?? (static _ => null)).Line("it is ", new("wrong", Tone.Bad));
        return output.ToString();
    }
}
