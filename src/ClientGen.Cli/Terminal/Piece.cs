namespace ClientGen.Cli.Terminal;

/// <summary>What a piece of text is, for the eye.</summary>
internal enum Tone
{
    /// <summary>Text as it is.</summary>
    Plain,

    /// <summary>Less important than what stands around it.</summary>
    Quiet,

    /// <summary>A heading or a name to find.</summary>
    Strong,

    /// <summary>All is well.</summary>
    Good,

    /// <summary>To be looked at.</summary>
    Doubtful,

    /// <summary>Something is wrong.</summary>
    Bad,
}

/// <summary>Text with a tone.</summary>
/// <param name="Text">The text; never markup.</param>
/// <param name="Tone">What it is.</param>
internal readonly record struct Piece(string Text, Tone Tone = Tone.Plain)
{
    /// <summary>Plain text.</summary>
    public static implicit operator Piece(string text) => new(text);
}
