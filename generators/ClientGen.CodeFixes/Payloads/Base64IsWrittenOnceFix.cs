using System.Composition;
using System.Text;
using ClientGen.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Payloads;

/// <summary>Mends CG6003: encodes what has to be Base64, and takes one encoding off what has two.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Base64IsWrittenOnceFix)), Shared]
public sealed class Base64IsWrittenOnceFix() : ClientCodeFix("CG6003")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(Base64IsWrittenOnce.Cure, out var cure) || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return [];
        var (title, old, mended) = (cure, node) switch
        {
            (Base64IsWrittenOnce.Encode, ExpressionSyntax text) => ("Encode the text", node, Encoded(text, model)),
            (Base64IsWrittenOnce.Decode, BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax text }, ..] }) => ("Write the plain address", text, Decoded(text)),
            (Base64IsWrittenOnce.Unwrap, InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: InvocationExpressionSyntax { ArgumentList.Arguments: [var inner] } }] }) =>
                ("Pass the plain bytes", node, inner.Expression.WithTriviaFrom(node)),
            _ => ("", node, null as SyntaxNode),
        };
        return mended is null ? [] : [Replace(document, title, _ => Task.FromResult(root.ReplaceNode(old, mended)))];
    }

    private static ExpressionSyntax Encoded(ExpressionSyntax text, SemanticModel model)
    {
        var (convert, encoding) = (Code.Name(model, text.SpanStart, "System.Convert"), Code.Name(model, text.SpanStart, "System.Text.Encoding"));
        return SyntaxFactory.ParseExpression($"{convert}.ToBase64String({encoding}.UTF8.GetBytes({text.WithoutTrivia().ToFullString()}))").WithTriviaFrom(text);
    }

    private static ExpressionSyntax Decoded(LiteralExpressionSyntax text) => SyntaxFactory
        .LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(Encoding.UTF8.GetString(Convert.FromBase64String(Padded(text.Token.ValueText)))))
        .WithTriviaFrom(text);

    private static string Padded(string text)
    {
        var standard = text.Trim().TrimEnd('=').Replace('-', '+').Replace('_', '/');
        return standard.PadRight((standard.Length + 3) / 4 * 4, '=');
    }
}
