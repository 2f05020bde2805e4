using ClientGen.Cli.Terminal;

namespace ClientGen.Cli.Tests;

/// <summary>A terminal that remembers what was written to it.</summary>
internal sealed class TestTerminal : ITerminal
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public TextWriter Output => _output;

    public TextWriter Error => _error;

    /// <summary>Everything on standard output.</summary>
    public string Text => _output.ToString();

    /// <summary>Everything on standard error.</summary>
    public string Notes => _error.ToString();

    /// <summary>What the last long work told of its progress.</summary>
    public List<string> Progress { get; } = [];

    public void Line(params ReadOnlySpan<Piece> pieces)
    {
        foreach (var piece in pieces)
            _output.Write(piece.Text);
        _output.WriteLine();
    }

    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<Piece>> rows) => AlignedText.Write(this, headings, [.. rows]);

    public void Note(string text) => _error.WriteLine(text);

    public T Watch<T>(string title, Func<Action<string>, T> work) => work(Progress.Add);
}
