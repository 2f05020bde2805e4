using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ClientGen.CodeFixes;

/// <summary>What every fix repeats: one action for each diagnostic, and "fix all" in document, project and solution.</summary>
public abstract class ClientCodeFix : CodeFixProvider
{
    /// <summary>A fix for rules.</summary>
    /// <param name="ids">The rules.</param>
    protected ClientCodeFix(params string[] ids) => FixableDiagnosticIds = ids.ToImmutableArray();

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => OneAfterAnother.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        // Those of other rules are handed in too, by "dotnet format" where one analyzer has several rules.
        foreach (var diagnostic in context.Diagnostics.Where(found => FixableDiagnosticIds.Contains(found.Id)))
        {
            var node = MarkedNode(root, diagnostic);
            foreach (var action in await ActionsAsync(context.Document, root, node, diagnostic, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(action, diagnostic);
        }
    }

    /// <summary>The node that a diagnostic marks.</summary>
    internal static SyntaxNode MarkedNode(SyntaxNode root, Diagnostic diagnostic) => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>The actions that will change the document; empty when none would.</summary>
    /// <param name="document">The document.</param>
    /// <param name="root">Its root.</param>
    /// <param name="node">The node that the diagnostic marks.</param>
    /// <param name="diagnostic">The diagnostic, with what the rule found in its properties.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    protected abstract Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken);

    /// <summary>An action that replaces the root.</summary>
    /// <param name="document">The document.</param>
    /// <param name="title">What the user reads.</param>
    /// <param name="change">Makes the new root.</param>
    /// <param name="key">The key that "fix all" goes by; null for the title, which then must not name anything of the one place.</param>
    protected static CodeAction Replace(Document document, string title, Func<CancellationToken, Task<SyntaxNode>> change, string? key = null) =>
        CodeAction.Create(title, async cancellationToken => document.WithSyntaxRoot(await change(cancellationToken).ConfigureAwait(false)), equivalenceKey: key ?? title);

    /// <summary>An action that replaces the root, unless the file would not compile then.</summary>
    /// <param name="document">The document.</param>
    /// <param name="title">What the user reads.</param>
    /// <param name="changed">The new root; null when there is none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal static async Task<IReadOnlyList<CodeAction>> IfItCompilesAsync(Document document, string title, SyntaxNode? changed, CancellationToken cancellationToken)
    {
        if (changed is null || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } now
            || await document.WithSyntaxRoot(changed).GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } then)
            return [];
        return Errors(then, cancellationToken) > Errors(now, cancellationToken) ? [] : [Replace(document, title, _ => Task.FromResult(changed))];
    }

    private static int Errors(SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDiagnostics(cancellationToken: cancellationToken).Count(static found => found.Severity == DiagnosticSeverity.Error);
}
