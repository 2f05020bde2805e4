namespace ClientGen.Specs.Reading;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Good to know; nothing has to change.</summary>
    Info,

    /// <summary>Read, but probably not as meant.</summary>
    Warning,

    /// <summary>Something could not be understood and is missing from the document.</summary>
    Error,
}

/// <summary>One problem in one file. Compared by value, so it may ride along between compiler runs.</summary>
/// <param name="Id">The rule, such as <c>CG9101</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Path">The file, as the build named it.</param>
/// <param name="Span">The stretch of the file that is meant.</param>
/// <param name="Message">What was found and what would help, in whole sentences.</param>
public sealed record Finding(string Id, FindingSeverity Severity, string Path, SourceSpan Span, string Message)
{
    /// <summary>The finding as compilers print it: <c>file(line,col): error CG9101: …</c>, one-based.</summary>
    public override string ToString() => $"{Path}({Span.From}): {Severity.ToString().ToLowerInvariant()} {Id}: {Message}";
}
