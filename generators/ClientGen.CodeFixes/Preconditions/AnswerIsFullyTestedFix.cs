using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Preconditions;

/// <summary>Mends CG1002 by adding what is missing to the nearest test of the answer, or a test before the call where none can carry it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AnswerIsFullyTestedFix)), Shared]
public sealed class AnswerIsFullyTestedFix() : ClientCodeFix("CG1002")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax call || Flags.Of(diagnostic) is not { } flags || Guard.StatementOf(call) is not { } statement
            || !diagnostic.Properties.TryGetValue("Missing", out var missing) || missing is null or ""
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return [];
        var changed = Nearest(call, statement, flags, model) is { } test && test.With(missing.Split(';')) is { } fuller
            ? root.ReplaceNode(test.Node, fuller)
            : Before(root, model, call, statement, flags);
        return await IfItCompilesAsync(document, "Test all of the answer", changed, cancellationToken).ConfigureAwait(false);
    }

    // The last one in the text before the call, or around it.
    private static AnswerTest? Nearest(InvocationExpressionSyntax call, StatementSyntax statement, Flags flags, SemanticModel model) =>
        Code.Function(call) is { } function
            ? function.DescendantNodes().Where(each => each.Span.End <= call.SpanStart && each.SpanStart < statement.Span.End)
                .Select(each => AnswerTest.Of(each, flags, model)).OfType<AnswerTest>().LastOrDefault()
            : null;

    private static SyntaxNode? Before(SyntaxNode root, SemanticModel model, InvocationExpressionSyntax call, StatementSyntax statement, Flags flags)
    {
        ITypeSymbol? answer = null;
        var variable = new Scope(model, statement.SpanStart).Variable(type =>
        {
            if (!flags.Fit(type))
                return false;
            answer = type;
            return true;
        });
        return variable is null || answer is null
            ? null
            : Guard.Before(root, model, call, SyntaxFactory.ParseExpression($"{variable} is not {flags.Pattern(model, statement.SpanStart, answer)}"));
    }
}
