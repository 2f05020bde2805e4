namespace ClientGen.Specs.Reading;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">Zero-based offset of the first UTF-16 character; a byte order mark counts as one.</param>
/// <param name="Length">Number of UTF-16 characters; 0 marks a place between two characters, such as a missing value.</param>
/// <param name="From">Line and column of the first character.</param>
/// <param name="To">Line and column just behind the last character.</param>
public readonly record struct SourceSpan(int Start, int Length, TextPosition From, TextPosition To)
{
    /// <summary>Offset just behind the last character.</summary>
    public int End => Start + Length;
}
