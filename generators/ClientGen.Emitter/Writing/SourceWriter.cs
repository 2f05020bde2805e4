using System.Text;

namespace ClientGen.Emitter.Writing;

/// <summary>Writes indented C# with <c>\n</c> line ends, whatever the machine.</summary>
/// <remarks>Not thread-safe: one writer for one file.</remarks>
public sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder _text = new();
    private int _level;

    /// <summary>Writes an empty line.</summary>
    public void Line() => _text.Append('\n');

    /// <summary>Writes one line or a raw-string template of several, each at the current indentation.</summary>
    /// <param name="lines">C# text; line ends may be <c>\n</c> or <c>\r\n</c>.</param>
    public void Line(string lines)
    {
        var start = 0;
        while (start <= lines.Length)
        {
            var end = lines.IndexOf('\n', start);
            var next = end < 0 ? lines.Length + 1 : end + 1;
            if (end < 0)
                end = lines.Length;
            if (end > start && lines[end - 1] == '\r')
                end--;
            AppendLine(lines, start, end - start);
            start = next;
        }
    }

    private void AppendLine(string lines, int start, int length)
    {
        if (length > 0)
            _text.Append(' ', _level * SpacesPerLevel).Append(lines, start, length);
        _text.Append('\n');
    }

    /// <summary>Opens <c>{</c> and indents until the result is disposed, which writes <c>}</c>.</summary>
    /// <param name="header">A line before the brace; null for a bare block.</param>
    /// <param name="end">What follows the closing brace, such as <c>;</c>.</param>
    public Scope Block(string? header = null, string end = "")
    {
        if (header is not null)
            Line(header);
        Line("{");
        _level++;
        return new Scope(this, "}" + end);
    }

    /// <summary>Indents until the result is disposed.</summary>
    public Scope Indent()
    {
        _level++;
        return new Scope(this, null);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>An open indentation.</summary>
    /// <param name="writer">The writer it belongs to.</param>
    /// <param name="closing">The line that closes it; null for none.</param>
    public readonly struct Scope(SourceWriter writer, string? closing) : IDisposable
    {
        /// <summary>Closes the indentation.</summary>
        public void Dispose()
        {
            writer._level--;
            if (closing is not null)
                writer.Line(closing);
        }
    }
}
