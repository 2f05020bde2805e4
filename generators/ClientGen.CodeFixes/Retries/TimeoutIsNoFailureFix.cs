using System.Composition;
using ClientGen.CodeFixes.Polling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Retries;

/// <summary>Mends CG3009 where another clause polls again: the one that ends the call is left to cancellations by the caller.</summary>
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
            || model.Compilation.GetTypeByMetadataName(Deadline) is not { } timeout
            || guarded.Catches.FirstOrDefault(each => Catches(each, timeout, model)) is not { Filter: null } clause
            || !poll.GoesOn.Any(later => later.SpanStart > clause.SpanStart && Catches(later, timeout, model))
            || new Scope(model, poll.Statement.SpanStart).Token(poll.Call) is not { } token)
            return [];
        var changed = root.ReplaceNode(clause, Clauses.When(clause, $"{token}.IsCancellationRequested"));
        return await IfItCompilesAsync(document, "Poll again after a time-out", changed, cancellationToken).ConfigureAwait(false);
    }

    private static bool Catches(CatchClauseSyntax clause, ITypeSymbol thrown, SemanticModel model)
    {
        if (clause.Declaration is not { } declared)
            return true;
        for (var type = thrown; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, model.GetTypeInfo(declared.Type).Type))
                return true;
        }

        return false;
    }
}
