using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
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
        if (node is not ExpressionSyntax value || EnoughTime.Wanted(diagnostic) is not { } wanted
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return [];
        var changed = wanted.InPlaceOf(value, model) is { } enough ? root.ReplaceNode(value, enough) : null;
        return await IfItCompilesAsync(document, "Give the long poll the time that the contract asks for", changed, cancellationToken).ConfigureAwait(false);
    }
}
