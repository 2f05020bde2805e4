using System.Composition;
using System.Globalization;
using ClientGen.CodeFixes.Polling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Retries;

/// <summary>Mends CG3005 by lowering the one number that bounds the retries.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RetryBoundFitsContractFix)), Shared]
public sealed class RetryBoundFitsContractFix() : ClientCodeFix("CG3005")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var stream = await StreamRewrite.ActionsAsync(document, root, node, cancellationToken).ConfigureAwait(false);
        if (PollLoop.Around(node) is not { } poll
            || Number(diagnostic, "Limit") is not { } limit || Number(diagnostic, "Attempts") is not { } attempts
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return stream;
        var bounds = poll.Loop.DescendantNodes().OfType<BinaryExpressionSyntax>().Where(IsBound)
            .SelectMany(static each => new[] { each.Left, each.Right })
            .Select(side => Literal(side, root, model, cancellationToken)).OfType<LiteralExpressionSyntax>().Distinct().ToList();
        // Each attempt too many is one too many in the number, whether it counts attempts or retries.
        if (bounds is not [{ Token.Value: int written } bound] || written - (attempts - (limit + 1)) is not (>= 0 and var right))
            return stream;
        var number = SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(right));
        var changed = root.ReplaceNode(bound, number.WithTriviaFrom(bound));
        var first = await IfItCompilesAsync(document, "Retry as often as the contract allows", changed, cancellationToken).ConfigureAwait(false);
        return [.. first, .. stream];
    }

    private static int? Number(Diagnostic diagnostic, string key) =>
        diagnostic.Properties.TryGetValue(key, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsBound(BinaryExpressionSyntax comparison) => comparison.Kind() is
        SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;

    // The number itself, or the one that a constant of the same file is made of.
    private static LiteralExpressionSyntax? Literal(ExpressionSyntax side, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        if (side is LiteralExpressionSyntax { Token.Value: int } literal)
            return literal;
        var symbol = model.GetSymbolInfo(side, cancellationToken).Symbol;
        if (symbol is not (IFieldSymbol { IsConst: true } or ILocalSymbol { IsConst: true }))
            return null;
        return symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).OfType<VariableDeclaratorSyntax>()
            .Where(declared => declared.SyntaxTree == root.SyntaxTree)
            .Select(static declared => declared.Initializer?.Value).OfType<LiteralExpressionSyntax>().FirstOrDefault();
    }
}
