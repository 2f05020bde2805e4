using System.Composition;
using ClientGen.CodeFixes.Polling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Retries;

/// <summary>Mends CG3008 by waiting, as long as the contract says, before the next attempt.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RetryWaitsFix)), Shared]
public sealed class RetryWaitsFix() : ClientCodeFix("CG3008")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var stream = await StreamRewrite.ActionsAsync(document, root, node, cancellationToken).ConfigureAwait(false);
        if (PollLoop.Around(node) is not { } poll || poll.GoesOn.Count == 0 || !diagnostic.Properties.TryGetValue("AfterMs", out var pause)
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return stream;
        var place = poll.Statement.SpanStart;
        var token = new Scope(model, place).Token(poll.Call) is { } found ? $", {found}" : "";
        var wait = $"await {Code.Name(model, place, "System.Threading.Tasks.Task")}.Delay({pause}{token});";
        var line = Block.Line(SyntaxFactory.ParseStatement(wait), root);
        var changed = root.ReplaceNodes(poll.GoesOn.Select(static clause => clause.Block), (old, _) => old.WithStatements(old.Statements.Insert(End(old), line)));
        var first = await IfItCompilesAsync(document, "Wait before the next attempt", changed, cancellationToken).ConfigureAwait(false);
        return [.. first, .. stream];
    }

    // Whoever gives up need not wait for it.
    private static int End(BlockSyntax block) => block.Statements.Count - (block.Statements.LastOrDefault() is ContinueStatementSyntax ? 1 : 0);
}
