using Spectre.Console;

namespace ClientGen.Cli.Terminal;

/// <summary>The real console: colours and progress at a terminal, plain text in a pipe or where <c>NO_COLOR</c> is set.</summary>
internal sealed class ConsoleTerminal : ITerminal
{
    /// <summary>Nothing is wrapped by us: a line that grep finds is a whole one, and terminals wrap by themselves.</summary>
    private const int Unbroken = 1 << 20;

    /// <summary>What stands before a line of progress.</summary>
    private const int Spinner = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly IAnsiConsole _output;
    private readonly IAnsiConsole _error;
    private readonly bool _watches;
    private readonly int? _width;

    /// <summary>Looks at the process's own streams and environment.</summary>
    public ConsoleTerminal()
        : this(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected, Environment.GetEnvironmentVariable)
    {
        // A terminal that does not know its width says 0, and in a very narrow one there is nothing to align.
        if (!Console.IsOutputRedirected && Console.WindowWidth is > 60 and var width)
            _width = width;
    }

    /// <summary>Makes a terminal over any streams.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="readsOutput">Whether somebody looks at the output.</param>
    /// <param name="readsError">Whether somebody looks at the errors.</param>
    /// <param name="environment">Reads an environment variable.</param>
    public ConsoleTerminal(TextWriter output, TextWriter error, bool readsOutput, bool readsError, Func<string, string?> environment)
    {
        // https://no-color.org: "when present and not an empty string (regardless of its value)". A dumb terminal knows no escapes.
        var isPlain = environment("NO_COLOR") is { Length: > 0 } || environment("TERM") == "dumb";
        Output = output;
        Error = error;
        var hasColours = readsOutput && !isPlain;
        _output = Make(output, hasColours, hasColours);
        _output.Profile.Width = Unbroken;
        // Progress moves the cursor, which is no colour; without that it would be a line for every step.
        _error = Make(error, readsError && environment("TERM") != "dumb", readsError && !isPlain);
        _watches = readsError && environment("TERM") != "dumb" && environment("CI") is null or "";
    }

    /// <inheritdoc/>
    public TextWriter Output { get; }

    /// <inheritdoc/>
    public TextWriter Error { get; }

    /// <inheritdoc/>
    public void Line(params ReadOnlySpan<Piece> pieces)
    {
        foreach (var piece in pieces)
            _output.Write(new Text(piece.Text, StyleOf(piece.Tone)));
        _output.WriteLine();
    }

    /// <inheritdoc/>
    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<Piece>> rows)
    {
        if (_width is { } width)
            WriteTable(headings, rows, width);
        else
            AlignedText.Write(this, headings, [.. rows]);
    }

    private void WriteTable(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<Piece>> rows, int width)
    {
        var table = new Table { Border = TableBorder.None };
        for (var i = 0; i < headings.Count; i++)
            table.AddColumn(new TableColumn(new Text(headings[i], StyleOf(Tone.Strong))) { NoWrap = i < headings.Count - 1, Padding = new Padding(0, 0, 2, 0) });
        foreach (var row in rows)
            table.AddRow(row.Select(static cell => new Text(cell.Text, StyleOf(cell.Tone))));

        _output.Profile.Width = width;
        _output.Write(table);
        _output.Profile.Width = Unbroken;
    }

    /// <inheritdoc/>
    public void Note(string text) => Error.WriteLine(text);

    /// <inheritdoc/>
    public T Watch<T>(string title, Func<Action<string>, T> work)
    {
        if (!_watches)
            return work(static _ => { });

        // Work that is done in a moment needs no spinner.
        var latest = title;
        var running = Task.Run(() => work(text => Volatile.Write(ref latest, text)));
        if (Task.WaitAny([running], Patience) < 0)
        {
            _error.Status().Start(Markup.Escape(title), context =>
            {
                while (Task.WaitAny([running], Glance) < 0)
                    context.Status(Markup.Escape(Fit(Volatile.Read(ref latest), _error.Profile.Width - Spinner)));
            });
        }

        return running.GetAwaiter().GetResult();
    }

    /// <summary>A line of progress is one line: the ends of a long one say most.</summary>
    internal static string Fit(string text, int width)
    {
        const int Head = 12;
        return text.Length <= width ? text : text[..Head] + "…" + text[^Math.Max(1, width - Head - 1)..];
    }

    private static IAnsiConsole Make(TextWriter writer, bool movesCursor, bool hasColours)
    {
        var console = AnsiConsole.Create(new()
        {
            Ansi = movesCursor ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = hasColours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Capabilities.Links = false;
        return console;
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Quiet => new Style(Color.Grey),
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Good => new Style(Color.Green),
        Tone.Doubtful => new Style(Color.Yellow),
        Tone.Bad => new Style(Color.Red),
        _ => Style.Plain,
    };
}
