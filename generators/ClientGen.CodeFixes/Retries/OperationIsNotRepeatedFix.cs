using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Retries;

/// <summary>Mends CG3007 at a standard resilience handler by switching its retry off for requests that are not idempotent.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OperationIsNotRepeatedFix)), Shared]
public sealed class OperationIsNotRepeatedFix() : ClientCodeFix("CG3007")
{
    private const string Title = "Do not retry requests that are not idempotent";
    private const string Scope = "Microsoft.Extensions.Http.Resilience";

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not SimpleNameSyntax { Identifier.ValueText: "AddStandardResilienceHandler", Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } } || Changed(call) is not { } changed)
            return [];
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var isInScope = model?.LookupNamespacesAndTypes(call.SpanStart, name: "HttpRetryStrategyOptionsExtensions").IsEmpty == false;
        return [Replace(document, Title, _ =>
        {
            var mended = root.ReplaceNode(call, changed);
            return Task.FromResult(isInScope ? mended : WithUsing(mended));
        })];
    }

    private static InvocationExpressionSyntax? Changed(InvocationExpressionSyntax call) => call.ArgumentList.Arguments switch
    {
        [] => call.WithArgumentList(call.ArgumentList.AddArguments(SyntaxFactory.Argument(SyntaxFactory.ParseExpression("options => options.Retry.DisableForUnsafeHttpMethods()")))),
        [{ Expression: SimpleLambdaExpressionSyntax lambda } argument] when WithStatement(lambda) is { } changed => call.ReplaceNode(argument.Expression, changed),
        _ => null,
    };

    private static SimpleLambdaExpressionSyntax? WithStatement(SimpleLambdaExpressionSyntax lambda)
    {
        var options = lambda.Parameter.Identifier.ValueText;
        var statement = SyntaxFactory.ParseStatement($"{options}.Retry.DisableForUnsafeHttpMethods();");
        if (lambda.ExpressionBody is { } expression)
            return lambda.WithExpressionBody(null).WithBlock((BlockSyntax)SyntaxFactory.ParseStatement($"{{ {expression}; {statement} }}"));
        if (lambda.Block is not { Statements: [.., var last] } block || block.DescendantNodes().Any(static inner => inner is ReturnStatementSyntax))
            return null;
        // A block of one line stays one; otherwise the new statement stands under the last one.
        var isOneLine = !last.GetLeadingTrivia().Concat(last.GetTrailingTrivia()).Any(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var added = isOneLine
            ? statement.WithTrailingTrivia(last.GetTrailingTrivia())
            : statement.WithLeadingTrivia(last.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1)).WithTrailingTrivia(last.GetTrailingTrivia().Where(static trivia => !trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)));
        return lambda.WithBlock(block.WithStatements(block.Statements.Replace(last, isOneLine ? last.WithTrailingTrivia(SyntaxFactory.Space) : last).Add(added)));
    }

    // Beside the other directives, in their order.
    private static SyntaxNode WithUsing(SyntaxNode root)
    {
        var directives = root.DescendantNodes(static inner => inner is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>()
            .Where(static directive => directive is { Alias: null, StaticKeyword.RawKind: 0 }).ToList();
        var added = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(Scope).WithLeadingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(SyntaxFactory.LineFeed);
        if (directives.LastOrDefault(static directive => string.CompareOrdinal(directive.Name?.ToString(), Scope) < 0) is { } before)
            return root.InsertNodesAfter(before, [added.WithTrailingTrivia(before.GetTrailingTrivia())]);
        return directives.FirstOrDefault() is { } after
            ? root.InsertNodesBefore(after, [added.WithLeadingTrivia(after.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))])
            : ((CompilationUnitSyntax)root).AddUsings(added);
    }
}
