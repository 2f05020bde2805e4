using ClientGen.Cli.Terminal;

namespace ClientGen.Cli.Tests;

/// <summary>A terminal on which every line fails.</summary>
internal sealed class BrokenTerminal : ITerminal
{
    public TextWriter Output { get; } = new StringWriter();

    public TextWriter Error { get; } = new StringWriter();

    public void Line(params ReadOnlySpan<Piece> pieces) => throw new InvalidOperationException("nobody expects this");

    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<Piece>> rows) => throw new InvalidOperationException("nobody expects this");

    public void Note(string text) => Error.WriteLine(text);

    public T Watch<T>(string title, Func<Action<string>, T> work) => work(static _ => { });
}
