using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>Places inside the text of a scalar.</summary>
internal static class TextPlace
{
    /// <summary>Where a stretch of a scalar's text stands in the document; the whole scalar where escapes or folding moved it.</summary>
    public static SourceSpan Of(Located scalar, int start, int length)
    {
        var span = scalar.Node.Span;
        if (scalar.Node is not SpecScalar { Text: { } text } || start < 0 || length <= 0 || start + length > text.Length)
            return span;

        // Plain text begins at the span, quoted text one character later.
        for (var quote = 0; quote <= 1; quote++)
        {
            var from = span.Start + quote;
            if (from + text.Length <= scalar.Document.Text.Length && string.CompareOrdinal(scalar.Document.Text, from, text, 0, text.Length) == 0)
                return scalar.Node.Source.Span(from + start, length);
        }

        return span;
    }

    /// <summary>Reports a problem of an expression at its place.</summary>
    public static void Report(BindingContext context, ReadingRule rule, FindingSeverity severity, Located scalar, TextProblem problem) =>
        context.Report(rule, severity, scalar.Document, Of(scalar, problem.Start, problem.Length), problem.Message);
}
