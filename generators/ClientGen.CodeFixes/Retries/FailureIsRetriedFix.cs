using System.Composition;
using ClientGen.CodeFixes.Polling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ClientGen.CodeFixes.Retries;

/// <summary>Mends CG3003 with the generated stream, which knows how often to try again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FailureIsRetriedFix)), Shared]
public sealed class FailureIsRetriedFix() : ClientCodeFix("CG3003")
{
    /// <inheritdoc/>
    protected override Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        StreamRewrite.ActionsAsync(document, root, node, cancellationToken);
}
