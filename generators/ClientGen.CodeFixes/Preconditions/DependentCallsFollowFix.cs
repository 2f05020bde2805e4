using System.Composition;
using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Preconditions;

/// <summary>Mends CG1007: calls in one <c>Task.WhenAll</c> become calls one after another, with the test of the first answer that the second needs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DependentCallsFollowFix)), Shared]
public sealed class DependentCallsFollowFix() : ClientCodeFix("CG1007")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax { Parent.Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax all } } call
            || all is not { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WhenAll" }, Parent: AwaitExpressionSyntax { Parent: ExpressionStatementSyntax statement } }
            || statement.Parent is not (BlockSyntax or GlobalStatementSyntax)
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || ProtocolFacts.Of(model.Compilation) is not { } facts)
            return [];
        var calls = all.ArgumentList.Arguments.Select(static argument => argument.Expression).ToList();
        if (calls.Any(static each => each is not InvocationExpressionSyntax) || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol needs)
            return [];
        var wanted = facts.Of(needs).RequiresEvidence;
        var lines = new List<StatementSyntax>();
        foreach (var each in calls)
        {
            if (model.GetSymbolInfo(each, cancellationToken).Symbol is IMethodSymbol method && facts.Operation(method)?.AnswerType is { } answer
                && facts.Answer(answer).Evidence.FirstOrDefault(evidence => wanted.Contains(evidence.Name)) is { Flags.Count: > 0 } evidence)
            {
                if (Guarded(model, statement, each, evidence) is not { } guard)
                    return [];
                lines.Add(guard);
            }
            else
            {
                lines.Add(SyntaxFactory.ParseStatement($"await {each.WithoutTrivia()};"));
            }
        }

        return await IfItCompilesAsync(document, "Make the calls one after another", Block.Replace(root, statement, lines), cancellationToken).ConfigureAwait(false);
    }

    private static StatementSyntax? Guarded(SemanticModel model, StatementSyntax statement, ExpressionSyntax call, EvidenceFacts evidence)
    {
        var pattern = string.Join(", ", evidence.Flags.Select(flag => $"{flag.Property.Name}: {Constant(flag, model, statement.SpanStart)}"));
        return Guard.Leaving(model, statement, SyntaxFactory.ParseExpression($"await {call.WithoutTrivia()} is not {{ {pattern} }}"));
    }

    private static string Constant(FlagFact flag, SemanticModel model, int position) => flag switch
    {
        { EnumMember: { } member } => $"{flag.Property.Type.ToMinimalDisplayString(model, position)}.{member}",
        { Value: bool truth } => truth ? "true" : "false",
        { Value: string text } => SymbolDisplay.FormatLiteral(text, quote: true),
        _ => flag.Value?.ToString() ?? "null",
    };
}
