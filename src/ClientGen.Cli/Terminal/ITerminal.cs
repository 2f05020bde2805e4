namespace ClientGen.Cli.Terminal;

/// <summary>The only way to the console, so that tests read what people see.</summary>
internal interface ITerminal
{
    /// <summary>Standard output, for text that other programs read: no colours, no wrapping.</summary>
    TextWriter Output { get; }

    /// <summary>Standard error, plain.</summary>
    TextWriter Error { get; }

    /// <summary>Writes a line of the answer, in colours where somebody looks at it.</summary>
    void Line(params ReadOnlySpan<Piece> pieces);

    /// <summary>Writes a table of the answer: aligned, and at a terminal no wider than it is.</summary>
    /// <param name="headings">What the columns hold.</param>
    /// <param name="rows">The rows, each with a cell for every column.</param>
    void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<Piece>> rows);

    /// <summary>Says something about the work itself, beside the answer.</summary>
    void Note(string text);

    /// <summary>Does work that may take long, and shows at a terminal how far it is.</summary>
    /// <param name="title">What the work is.</param>
    /// <param name="work">The work; it is handed something to tell its progress to.</param>
    T Watch<T>(string title, Func<Action<string>, T> work);
}
