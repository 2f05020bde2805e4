using System.Composition;
using ClientGen.Analyzers.Facts;
using ClientGen.CodeFixes.Polling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Credentials;

/// <summary>Mends CG4002 by renewing what was forgotten, in the contract's order, where its arguments are at hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenewalIsCompleteFix)), Shared]
public sealed class RenewalIsCompleteFix() : ClientCodeFix("CG4002")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (PollLoop.Around(node) is not { } poll
            || !diagnostic.Properties.TryGetValue("Operation", out var missing) || missing is null or "" || missing.Contains(';')
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || ProtocolFacts.Of(model.Compilation) is not { } facts
            || model.GetSymbolInfo(poll.Call, cancellationToken).Symbol is not IMethodSymbol polled || facts.Operation(polled)?.Renewal is not { } renewal)
            return [];
        var order = renewal.Operations.ToList();
        foreach (var statement in poll.GoesOn.SelectMany(static clause => clause.Block.Statements).OfType<ExpressionStatementSyntax>())
        {
            var (known, id) = Operations(statement, facts, model).FirstOrDefault(found => order.Contains(found.Id));
            if (known is null || new Scope(model, statement.SpanStart).Call(missing, known, poll.Call) is not { } call
                || model.GetSpeculativeSymbolInfo(statement.SpanStart, call, SpeculativeBindingOption.BindAsExpression).Symbol is not IMethodSymbol method
                || facts.Operation(method) is not { } operation)
                continue;
            var line = SyntaxFactory.ParseStatement($"await {call};");
            var isLater = order.IndexOf(operation.Id) > order.IndexOf(id);
            var changed = isLater ? Block.Insert(root, statement, [], [line]) : Block.Insert(root, statement, [line], []);
            return await IfItCompilesAsync(document, "Renew all credentials", changed, cancellationToken).ConfigureAwait(false);
        }

        return [];
    }

    private static IEnumerable<(InvocationExpressionSyntax Call, string Id)> Operations(StatementSyntax statement, ProtocolFacts facts, SemanticModel model)
    {
        foreach (var call in statement.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (model.GetSymbolInfo(call).Symbol is IMethodSymbol method && facts.Operation(method) is { } operation)
                yield return (call, operation.Id);
        }
    }
}
