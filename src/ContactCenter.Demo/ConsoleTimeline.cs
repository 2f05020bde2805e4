using Spectre.Console;

namespace ContactCenter.Demo;

/// <summary>A timeline with colours, cut to the width of the terminal; plain lines when the output is piped.</summary>
internal sealed class ConsoleTimeline : ITimeline
{
    /// <summary>Time, system and sign.</summary>
    private const int BeforeText = 25;

    /// <summary>Nothing of the timeline is wrapped in a pipe: a line that grep finds is a whole one.</summary>
    private const int Unbroken = 4096;

    /// <summary>Cells of a table may be wrapped; a line of 400 characters is no table.</summary>
    private const int PipedTable = 150;

    private readonly Lock _gate = new();
    private readonly IAnsiConsole _console;
    private readonly bool _isTerminal;

    /// <summary>Makes a timeline.</summary>
    /// <param name="output">Where it is written.</param>
    public ConsoleTimeline(TextWriter output)
        : this(AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) }), ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected)
    {
    }

    /// <summary>Makes a timeline.</summary>
    /// <param name="console">Where it is written.</param>
    /// <param name="isTerminal">Whether somebody reads along, in a window of a certain width.</param>
    public ConsoleTimeline(IAnsiConsole console, bool isTerminal)
    {
        _console = console;
        _isTerminal = isTerminal;
        if (isTerminal)
            return;
        console.Profile.Width = Unbroken;
        console.Profile.Capabilities.Ansi = false;
        console.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        console.Profile.Capabilities.Links = false;
    }

    /// <inheritdoc/>
    public void Begin(DemoScenario scenario)
    {
        lock (_gate)
        {
            _console.WriteLine();
            _console.MarkupLine($"[bold]{Markup.Escape(scenario.Name)}[/]  {Markup.Escape(Fit(scenario.Summary, scenario.Name.Length + 2))}");
        }
    }

    /// <inheritdoc/>
    public void Show(Moment moment)
    {
        var line = Markup.Escape($"{moment.Sign.Symbol()} {Fit(LineText.Safe(moment.Text), BeforeText + 2)}");
        lock (_gate)
            _console.MarkupLine($"  [grey]{LineText.Time(moment.At)}[/]  [blue]{moment.System,-9}[/]  [{Colour(moment.Sign)}]{line}[/]");
    }

    /// <inheritdoc/>
    public void End(Result result)
    {
        lock (_gate)
        {
            if (!result.IsOk)
                _console.MarkupLine($"  [red]differs[/]: expected {Markup.Escape(result.Expected)}; happened {Markup.Escape(LineText.Safe(result.Happened))}");
        }
    }

    /// <inheritdoc/>
    public void Summarise(IReadOnlyList<Result> results)
    {
        var table = new Table().Border(_isTerminal ? TableBorder.Rounded : TableBorder.Ascii);
        table.AddColumns("Scenario", "What the contract expects", "What happened", "");
        foreach (var result in results)
            table.AddRow(Cell(result.Name), Cell(result.Expected), Cell(result.Happened), new Markup(result.IsOk ? "[green]ok[/]" : "[red]differs[/]"));
        lock (_gate)
        {
            _console.WriteLine();
            if (!_isTerminal)
                _console.Profile.Width = PipedTable;
            _console.Write(table);
        }
    }

    private static Text Cell(string text) => new(LineText.Safe(text));

    private static string Colour(Sign sign) => sign switch
    {
        Sign.Request => "grey",
        Sign.Answer => "green",
        Sign.Refusal => "red",
        Sign.Event => "yellow",
        _ => "magenta",
    };

    private string Fit(string text, int taken) => _isTerminal ? LineText.Fit(text, _console.Profile.Width - taken) : text;
}
