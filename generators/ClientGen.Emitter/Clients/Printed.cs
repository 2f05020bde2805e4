namespace ClientGen.Emitter.Clients;

/// <summary>How strongly the outermost operator of an expression binds.</summary>
internal enum Strength
{
    Or,
    And,
    Relational,
    Unary,
}

/// <summary>A printed Boolean expression.</summary>
/// <param name="Text">The C#.</param>
/// <param name="Strength">How strongly its outermost operator binds.</param>
/// <param name="Opposite">Its opposite where that reads better than a leading <c>!</c>; null otherwise.</param>
internal readonly record struct Printed(string Text, Strength Strength, string? Opposite = null)
{
    public static readonly Printed False = new("false", Strength.Unary);

    /// <summary>The text, in parentheses where <c>&amp;&amp;</c> would tear it apart.</summary>
    public string InAnd() => Strength == Strength.Or ? $"({Text})" : Text;

    /// <summary>The opposite, said in the way that people would.</summary>
    public Printed Negated()
    {
        if (Text is "true" or "false")
            return new(Text == "true" ? "false" : "true", Strength.Unary);
        if (Opposite is not null)
            return new(Opposite, Strength, Text);
        if (Strength == Strength.Unary && Text[0] == '!')
            return new(Text.Substring(1), Strength.Unary);
        return new(Strength == Strength.Unary ? "!" + Text : $"!({Text})", Strength.Unary);
    }
}
