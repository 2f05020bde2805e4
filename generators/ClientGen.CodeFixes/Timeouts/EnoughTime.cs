using System.Globalization;
using ClientGen.Analyzers.Timeouts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Timeouts;

/// <summary>A time that a long poll needs, to be written where a shorter one is.</summary>
/// <param name="Milliseconds">The time.</param>
/// <param name="Unit">How many milliseconds one of a plain number stands for.</param>
internal sealed record EnoughTime(double Milliseconds, double Unit)
{
    /// <summary>The time that a diagnostic asks for; null when it says none.</summary>
    public static EnoughTime? Wanted(Diagnostic diagnostic) => Number(diagnostic, LongPollHasTime.Milliseconds) is { } milliseconds
        ? new(milliseconds, Number(diagnostic, LongPollHasTime.Unit) ?? 1)
        : null;

    /// <summary>The time in the place of a shorter one; null where something else than a time or a number stands.</summary>
    public ExpressionSyntax? InPlaceOf(ExpressionSyntax value, SemanticModel model)
    {
        var text = model.GetTypeInfo(value) switch
        {
            { Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double } => Grouped(Math.Ceiling(Milliseconds / Unit), value),
            { Type.Name: "TimeSpan" } => Span(Factory(value), Code.Name(model, value.SpanStart, "System.TimeSpan")),
            _ => null,
        };
        return text is null ? null : SyntaxFactory.ParseExpression(text).WithTriviaFrom(value);
    }

    /// <summary>The time as an expression, in seconds where it comes out even.</summary>
    public string Span(string type) => Span("FromSeconds", type);

    // In the unit that was written, where it comes out even.
    private string Span(string factory, string type)
    {
        var (name, unit) = factory switch
        {
            "FromHours" when Milliseconds % 3_600_000 == 0 => (factory, 3_600_000),
            "FromMinutes" when Milliseconds % 60_000 == 0 => (factory, 60_000),
            "FromMilliseconds" => (factory, 1),
            _ when Milliseconds % 1000 == 0 => ("FromSeconds", 1000),
            _ => ("FromMilliseconds", 1),
        };
        return $"{type}.{name}({(Milliseconds / unit).ToString(CultureInfo.InvariantCulture)})";
    }

    private static string Factory(ExpressionSyntax value) => value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var factory } } ? factory : "";

    // 60_000 where 5_000 was written.
    private static string Grouped(double number, ExpressionSyntax value) => value.ToString().Contains("_")
        ? number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '_')
        : number.ToString(CultureInfo.InvariantCulture);

    private static double? Number(Diagnostic diagnostic, string property) =>
        diagnostic.Properties.TryGetValue(property, out var text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
