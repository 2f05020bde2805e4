using System.Composition;
using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Preconditions;

/// <summary>Mends CG1001 by asking before the call, where the question can be made of what is at hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PreconditionIsAskedFix)), Shared]
public sealed class PreconditionIsAskedFix() : ClientCodeFix("CG1001")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax call || Flags.Of(diagnostic) is not { } flags || !diagnostic.Properties.TryGetValue("Producer", out var producer) || producer is null
            || Guard.StatementOf(call) is not { } statement || !Code.CanAwait(statement)
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return [];
        var place = statement.SpanStart;
        if (new Scope(model, place).Call(producer, call) is not { } question
            || model.GetSpeculativeSymbolInfo(place, question, SpeculativeBindingOption.BindAsExpression).Symbol is not IMethodSymbol { ReturnType: var asked }
            || OperationFacts.Awaited(asked) is not { } answer || !flags.Fit(answer))
            return [];
        var condition = SyntaxFactory.ParseExpression($"await {question} is not {flags.Pattern(model, place, answer)}");
        return await IfItCompilesAsync(document, "Ask first, and go on only if the answer allows it", Guard.Before(root, model, call, condition), cancellationToken).ConfigureAwait(false);
    }
}
