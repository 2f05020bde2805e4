using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ClientGen.CodeFixes;

/// <summary>"Fix all" for fixes that may touch the same lines: each one sees what the earlier ones left.</summary>
/// <remarks>
/// The usual fixer computes all changes against the first text and drops those that overlap, so a method with two calls
/// would be half mended. Here the marked nodes are followed through the changes.
/// </remarks>
internal sealed class OneAfterAnother : DocumentBasedFixAllProvider
{
    /// <summary>The only one that is needed.</summary>
    public static readonly OneAfterAnother Instance = new();

    /// <inheritdoc/>
    protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        if (await document.GetSyntaxRootAsync(fixAllContext.CancellationToken).ConfigureAwait(false) is not { } root)
            return null;
        var places = diagnostics.OrderBy(static found => found.Location.SourceSpan.Start)
            .Select(found => (Diagnostic: found, Node: ClientCodeFix.MarkedNode(root, found), Mark: new SyntaxAnnotation())).ToList();
        root = root.ReplaceNodes(places.Select(static place => place.Node).Distinct(), (original, changed) =>
            changed.WithAdditionalAnnotations(places.Where(place => place.Node == original).Select(static place => place.Mark)));
        document = document.WithSyntaxRoot(root);
        foreach (var (diagnostic, _, mark) in places)
            document = await FixAsync(fixAllContext, document, diagnostic, mark).ConfigureAwait(false);
        return document;
    }

    // The fix may be gone by now: an earlier one has mended this place as well.
    private static async Task<Document> FixAsync(FixAllContext context, Document document, Diagnostic diagnostic, SyntaxAnnotation mark)
    {
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root || root.GetAnnotatedNodes(mark).FirstOrDefault() is not { } node)
            return document;
        var moved = Diagnostic.Create(diagnostic.Descriptor, node.GetLocation(), diagnostic.Severity, null, diagnostic.Properties);
        CodeAction? action = null;
        await context.CodeFixProvider.RegisterCodeFixesAsync(new CodeFixContext(document, moved, Register, context.CancellationToken)).ConfigureAwait(false);
        if (action is null)
            return document;
        var operations = await action.GetOperationsAsync(context.CancellationToken).ConfigureAwait(false);
        return operations.OfType<ApplyChangesOperation>().FirstOrDefault()?.ChangedSolution.GetDocument(document.Id) ?? document;

        // "dotnet format" asks without a key where one analyzer has several rules: it has looked for an action at a diagnostic of any of them.
        void Register(CodeAction offered, ImmutableArray<Diagnostic> _)
        {
            if (context.CodeActionEquivalenceKey is null || offered.EquivalenceKey == context.CodeActionEquivalenceKey)
                action ??= offered;
        }
    }
}
