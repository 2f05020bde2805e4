namespace ClientGen.Specs.Reading;

/// <summary>The text of a document, able to say in which line an offset lies.</summary>
/// <remarks>Immutable; the line table is made when the first position is asked for, since most documents have no findings.</remarks>
internal sealed class SpecText(string text)
{
    private int[]? _lineStarts;

    /// <summary>The whole text.</summary>
    public string Text { get; } = text;

    /// <summary>The span of <paramref name="length"/> characters at <paramref name="start"/>, cut to the text.</summary>
    public SourceSpan Span(int start, int length)
    {
        start = Math.Max(0, Math.Min(start, Text.Length));
        length = Math.Max(0, Math.Min(length, Text.Length - start));
        return new SourceSpan(start, length, Position(start), Position(start + length));
    }

    /// <summary>Line and column of an offset between 0 and the length of the text.</summary>
    public TextPosition Position(int offset)
    {
        // Two threads may both make the table; they make the same one.
        var starts = _lineStarts ??= FindLineStarts(Text);
        var line = Array.BinarySearch(starts, offset);
        if (line < 0)
            line = ~line - 1;
        return new TextPosition(line, offset - starts[line]);
    }

    /// <summary>Offset of the first character of a zero-based line, cut to the text.</summary>
    public int LineStart(int line)
    {
        var starts = _lineStarts ??= FindLineStarts(Text);
        return line < starts.Length ? starts[line] : Text.Length;
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character == '\n' || (character == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
                starts.Add(at + 1);
        }

        return [.. starts];
    }
}
