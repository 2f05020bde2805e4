namespace ContactCenter.Demo;

/// <summary>Something that was seen.</summary>
/// <param name="At">Time since the scenario began, on the scenario's clock.</param>
/// <param name="System">Where: <c>fabric</c>, <c>messaging</c>, <c>rtc</c> or <c>video</c>.</param>
/// <param name="Sign">What it is.</param>
/// <param name="Text">What was seen, on one line.</param>
internal sealed record Moment(TimeSpan At, string System, Sign Sign, string Text);

/// <summary>What a moment is.</summary>
internal enum Sign
{
    /// <summary>Something goes out.</summary>
    Request,

    /// <summary>Its answer comes in.</summary>
    Answer,

    /// <summary>An answer that says no, or no answer.</summary>
    Refusal,

    /// <summary>A typed event has reached the program.</summary>
    Event,

    /// <summary>A client or receiver did something by itself, such as renewing its tokens.</summary>
    Care,
}

/// <summary>How moments look.</summary>
internal static class Signs
{
    /// <summary>One character for each kind.</summary>
    public static string Symbol(this Sign sign) => sign switch
    {
        Sign.Request => "→",
        Sign.Answer => "←",
        Sign.Refusal => "✗",
        Sign.Event => "★",
        _ => "·",
    };
}
