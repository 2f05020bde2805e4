using System.Composition;
using ClientGen.CodeFixes.Polling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Retries;

/// <summary>Mends CG3009: a poll that timed out is made again by the loop around it, unless the caller has cancelled.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TimeoutIsNoFailureFix)), Shared]
public sealed class TimeoutIsNoFailureFix() : ClientCodeFix("CG3009")
{
    private const string Deadline = "ClientGen.DeadlineExceededException";

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (PollLoop.Around(node) is not { Try: { } guarded } poll
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || guarded.Catches.FirstOrDefault(each => each.Filter is null && TimesOut(each, model)) is not { } clause
            || new Scope(model, poll.Statement.SpanStart).Token(poll.Call) is not { } token)
            return [];
        var type = IsCancellation(clause, model) ? clause.Declaration!.Type.WithoutTrivia().ToString() : Code.Name(model, clause.SpanStart, Deadline);
        var again = (TryStatementSyntax)SyntaxFactory.ParseStatement($$"""
            try { }
            catch ({{type}}) when (!{{token}}.IsCancellationRequested)
            {
                continue;
            }
            """);
        var changed = root.ReplaceNode(guarded, guarded.WithCatches(guarded.Catches.Insert(guarded.Catches.IndexOf(clause), Block.OwnLine(again.Catches[0], root))));
        return await IfItCompilesAsync(document, "Poll again after a time-out", changed, cancellationToken).ConfigureAwait(false);
    }

    // What the client throws then, or anything that it is.
    private static bool TimesOut(CatchClauseSyntax clause, SemanticModel model) =>
        clause.Declaration is null || IsCancellation(clause, model) || IsOrInherits(model.Compilation.GetTypeByMetadataName(Deadline), Caught(clause, model));

    private static bool IsCancellation(CatchClauseSyntax clause, SemanticModel model) => Caught(clause, model) is { } caught
        && IsOrInherits(caught, model.Compilation.GetTypeByMetadataName("System.OperationCanceledException"));

    private static ITypeSymbol? Caught(CatchClauseSyntax clause, SemanticModel model) => clause.Declaration is { } declared ? model.GetTypeInfo(declared.Type).Type : null;

    private static bool IsOrInherits(ITypeSymbol? type, ITypeSymbol? ancestor)
    {
        for (; type is not null && ancestor is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, ancestor))
                return true;
        }

        return false;
    }
}
