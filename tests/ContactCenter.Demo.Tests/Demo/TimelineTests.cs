using Spectre.Console;

namespace ContactCenter.Demo.Tests.Demo;

public sealed class TimelineTests
{
    private const char Escape = '\u001b';

    private static readonly Moment Hostile = new(TimeSpan.FromSeconds(75.25), "messaging", Sign.Event, $"168101 {Escape}[2J[red]\r\n" + new string('x', 100));

    [Fact]
    public void At_a_terminal_every_line_fits_and_has_colours()
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.Standard });
        console.Profile.Width = 60;
        new ConsoleTimeline(console, isTerminal: true).Show(Hostile);
        Assert.Contains(Escape + "[", output.ToString(), StringComparison.Ordinal);
        var line = Assert.Single(Uncoloured(output.ToString()).TrimEnd().Split('\n'));
        Assert.True(line.Length <= 60, line);
        Assert.EndsWith("…", line, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_pipe_lines_are_whole_and_plain_and_cannot_steer_a_terminal()
    {
        using var output = new StringWriter();
        new ConsoleTimeline(output).Show(Hostile);
        Assert.Equal($"  01:15.250  messaging  ★ 168101 ?[2J[red]??{new string('x', 100)}", output.ToString().TrimEnd());
    }

    [Fact]
    public void The_same_fact_several_times_is_said_once() =>
        Assert.Equal("a, 3 × b, a", new Result("r", [], ["a", "b", "b", "b", "a"]).Happened);

    private static string Uncoloured(string text) => System.Text.RegularExpressions.Regex.Replace(text, Escape + @"\[[0-9;]*m", "");
}
