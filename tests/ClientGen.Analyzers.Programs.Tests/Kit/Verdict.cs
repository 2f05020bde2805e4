using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Programs.Tests.Kit;

/// <summary>What the compiler and the rules say about a program.</summary>
/// <param name="Errors">Errors of the compiler.</param>
/// <param name="Found">What the rules found, in the order of the text.</param>
/// <param name="Crashes">Analyzers that threw.</param>
internal sealed record Verdict(IReadOnlyList<Diagnostic> Errors, IReadOnlyList<Diagnostic> Found, IReadOnlyList<Diagnostic> Crashes)
{
    /// <summary>Whether the program compiles and no rule says a word.</summary>
    public bool IsSilent => Errors.Count == 0 && Found.Count == 0 && Crashes.Count == 0;

    /// <summary>Whether a rule of these ids, separated by commas, found something.</summary>
    public bool Has(string ids) => Found.Any(found => ids.Split(',').Contains(found.Id));

    /// <summary>What of it is about one file; crashes are about all of them.</summary>
    public Verdict Of(SyntaxTree file) => new(
        [.. Errors.Where(found => found.Location.SourceTree == file)], [.. Found.Where(found => found.Location.SourceTree == file)], Crashes);

    /// <inheritdoc/>
    public override string ToString() => string.Join("\n", Errors.Concat(Crashes).Concat(Found).Select(static found => "    " + Describe(found)));

    private static string Describe(Diagnostic found)
    {
        var text = found.Location.SourceTree?.GetText();
        var at = found.Location.GetLineSpan();
        return $"{at.Path}({at.StartLinePosition.Line + 1}): {found.Id}: {found.GetMessage()}\n        {text?.Lines[at.StartLinePosition.Line].ToString().Trim()}";
    }
}
