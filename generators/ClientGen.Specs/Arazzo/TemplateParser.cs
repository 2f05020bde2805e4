namespace ClientGen.Specs.Arazzo;

/// <summary>A piece of a text with embedded expressions: either fixed text or an expression.</summary>
/// <param name="Text">Fixed text; null for an expression.</param>
/// <param name="Expression">The expression; null for fixed text.</param>
public sealed record TemplatePiece(string? Text, RuntimeExpression? Expression);

/// <summary>Splits texts such as <c>https://{$inputs.host}/api</c> into their pieces.</summary>
public static class TemplateParser
{
    /// <summary>Whether a text holds at least one embedded expression.</summary>
    public static bool HasExpressions(string text) => text.IndexOf("{$", StringComparison.Ordinal) >= 0;

    /// <summary>Splits a text; a brace without <c>$</c> behind it is text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="problems">What is wrong with embedded expressions, which then count as text.</param>
    public static IReadOnlyList<TemplatePiece> Parse(string text, out IReadOnlyList<TextProblem> problems)
    {
        var pieces = new List<TemplatePiece>();
        var found = new List<TextProblem>();
        problems = found;
        var fixedFrom = 0;
        for (var at = text.IndexOf("{$", StringComparison.Ordinal); at >= 0; at = text.IndexOf("{$", at + 1, StringComparison.Ordinal))
        {
            var end = text.IndexOf('}', at);
            if (end < 0)
            {
                found.Add(new TextProblem("This embedded expression has no closing `}`.", at, text.Length - at));
                break;
            }

            var expression = ExpressionParser.Parse(text.Substring(at + 1, end - at - 1), at + 1, out var problem);
            if (expression is null)
            {
                found.Add(problem);
                continue;
            }

            if (at > fixedFrom)
                pieces.Add(new TemplatePiece(text.Substring(fixedFrom, at - fixedFrom), null));
            pieces.Add(new TemplatePiece(null, expression));
            fixedFrom = end + 1;
        }

        if (fixedFrom < text.Length)
            pieces.Add(new TemplatePiece(text.Substring(fixedFrom), null));
        return pieces;
    }
}
