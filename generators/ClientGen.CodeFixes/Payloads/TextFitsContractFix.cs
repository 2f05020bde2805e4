using System.Composition;
using ClientGen.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Payloads;

/// <summary>Mends CG6001 where only blanks around the text are wrong.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TextFitsContractFix)), Shared]
public sealed class TextFitsContractFix() : ClientCodeFix("CG6001")
{
    /// <inheritdoc/>
    protected override Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not LiteralExpressionSyntax || !diagnostic.Properties.TryGetValue(TextFitsContract.Trimmed, out var trimmed) || trimmed is null)
            return Task.FromResult<IReadOnlyList<CodeAction>>([]);
        var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(trimmed)).WithTriviaFrom(node);
        return Task.FromResult<IReadOnlyList<CodeAction>>([Replace(document, "Remove the blanks around the text", _ => Task.FromResult(root.ReplaceNode(node, literal)))]);
    }
}
