using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Timeouts;

/// <summary>Mends CG3001 by the time that the contract asks for. Where a constant was named, the place gets a value of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LongPollHasTimeFix)), Shared]
public sealed class LongPollHasTimeFix() : ClientCodeFix("CG3001")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax value || !diagnostic.Properties.TryGetValue("Milliseconds", out var text)
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var least)
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return [];
        var enough = model.GetTypeInfo(value, cancellationToken) switch
        {
            { Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double } => least.ToString(CultureInfo.InvariantCulture),
            { Type: { Name: "TimeSpan" } } => Time(value, least, Code.Name(model, value.SpanStart, "System.TimeSpan")),
            _ => null,
        };
        var changed = enough is null ? null : root.ReplaceNode(value, SyntaxFactory.ParseExpression(enough).WithTriviaFrom(value));
        return await IfItCompilesAsync(document, "Give the long poll the time that the contract asks for", changed, cancellationToken).ConfigureAwait(false);
    }

    // In the unit that was written, where it comes out even.
    private static string Time(ExpressionSyntax value, long milliseconds, string type)
    {
        var written = value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var factory } } ? factory : "";
        var (name, unit) = written switch
        {
            "FromHours" when milliseconds % 3_600_000 == 0 => (written, 3_600_000),
            "FromMinutes" when milliseconds % 60_000 == 0 => (written, 60_000),
            "FromMilliseconds" => (written, 1),
            _ when milliseconds % 1000 == 0 => ("FromSeconds", 1000),
            _ => ("FromMilliseconds", 1),
        };
        return $"{type}.{name}({(milliseconds / unit).ToString(CultureInfo.InvariantCulture)})";
    }
}
