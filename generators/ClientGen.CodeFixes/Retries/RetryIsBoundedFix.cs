using System.Composition;
using ClientGen.CodeFixes.Polling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Retries;

/// <summary>Mends CG3004 by counting failures in a row: after the contract's bound the exception is no longer caught.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RetryIsBoundedFix)), Shared]
public sealed class RetryIsBoundedFix() : ClientCodeFix("CG3004")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var stream = await StreamRewrite.ActionsAsync(document, root, node, cancellationToken).ConfigureAwait(false);
        if (PollLoop.Around(node) is not { } poll || poll.GoesOn.Count == 0 || !diagnostic.Properties.TryGetValue("Limit", out var limit)
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return stream;
        var counter = new Scope(model, poll.Loop.SpanStart).Fresh("failures");
        var marked = root.TrackNodes(poll.GoesOn.Cast<SyntaxNode>().Append(poll.Loop).Append(poll.Statement));
        foreach (var clause in poll.GoesOn)
            marked = marked.ReplaceNode(marked.GetCurrentNode(clause)!, Clauses.When(clause, $"++{counter} <= {limit}"));
        marked = Block.Insert(marked, marked.GetCurrentNode(poll.Statement)!, [], [SyntaxFactory.ParseStatement($"{counter} = 0;")]);
        var changed = marked is null ? null : Block.Insert(marked, marked.GetCurrentNode(poll.Loop)!, [SyntaxFactory.ParseStatement($"var {counter} = 0;")], []);
        var first = await IfItCompilesAsync(document, "Count the failures and give up", changed, cancellationToken).ConfigureAwait(false);
        return [.. first, .. stream];
    }
}
