namespace ClientGen.Specs.Reading;

/// <summary>A place in a text, counted the way editors and compilers count internally.</summary>
/// <param name="Line">Zero-based line. Lines end with CR LF, CR or LF.</param>
/// <param name="Column">Zero-based UTF-16 character within the line.</param>
public readonly record struct TextPosition(int Line, int Column)
{
    /// <summary>The place as people read it, one-based: <c>12,5</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Line + 1},{Column + 1}");
}
