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
        if (PollLoop.Around(node) is not { } poll || !diagnostic.Properties.TryGetValue("Operation", out var missing) || missing is null or "" || missing.Contains(';')
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || ProtocolFacts.Of(model.Compilation) is not { } facts
            || model.GetSymbolInfo(poll.Call, cancellationToken).Symbol is not IMethodSymbol polled || facts.Operation(polled)?.Renewal is not { } renewal)
            return [];
        foreach (var clause in poll.GoesOn)
        {
            foreach (var statement in clause.Block.Statements.OfType<ExpressionStatementSyntax>())
            {
                if (Renews(statement, facts, model) is not { } known || !renewal.Operations.Contains(known.Id) || new Scope(model, statement.SpanStart).Call(missing, known.Call, poll.Call) is not { } call
                    || model.GetSpeculativeSymbolInfo(statement.SpanStart, call, SpeculativeBindingOption.BindAsExpression).Symbol is not IMethodSymbol method || facts.Operation(method) is not { } operation)
                    continue;
                var line = SyntaxFactory.ParseStatement($"await {call};");
                var isLater = renewal.Operations.ToList().IndexOf(operation.Id) > renewal.Operations.ToList().IndexOf(known.Id);
                var changed = isLater ? Block.Insert(root, statement, [], [line]) : Block.Insert(root, statement, [line], []);
                return await IfItCompilesAsync(document, "Renew all credentials", changed, cancellationToken).ConfigureAwait(false);
            }
        }

        return [];
    }

    private static (string Id, InvocationExpressionSyntax Call)? Renews(ExpressionStatementSyntax statement, ProtocolFacts facts, SemanticModel model) =>
        statement.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => (Call: call, Operation: model.GetSymbolInfo(call).Symbol is IMethodSymbol method ? facts.Operation(method) : null))
            .Where(static found => found.Operation is not null).Select(static found => ((string, InvocationExpressionSyntax)?)(found.Operation!.Id, found.Call)).FirstOrDefault();
}
