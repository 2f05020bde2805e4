using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Streams;

/// <summary>Mends CG7002 by taking away the setting that keeps a stream from connecting again; how often it tries is then what the runtime finds right.</summary>
/// <remarks>A stream that cannot connect again needs a loop of the program's own, whose end and pauses only its author knows.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StreamIsResumedFix)), Shared]
public sealed class StreamIsResumedFix() : ClientCodeFix("CG7002")
{
    /// <inheritdoc/>
    protected override Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CodeAction>>(
            node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } setting && setting.Right == node && Without(root, setting) is { } changed
                ? [Replace(document, "Let the stream connect again", _ => Task.FromResult(changed))]
                : []);

    private static SyntaxNode? Without(SyntaxNode root, AssignmentExpressionSyntax setting) => setting.Parent switch
    {
        InitializerExpressionSyntax settings => root.ReplaceNode(settings, settings.WithExpressions(Without(settings.Expressions, setting))),
        ExpressionStatementSyntax { Parent: BlockSyntax block } statement => root.ReplaceNode(block, Without(block, statement)),
        _ => null,
    };

    // What was written above it stays, above what follows.
    private static BlockSyntax Without(BlockSyntax block, StatementSyntax setting)
    {
        var at = block.Statements.IndexOf(setting);
        var rest = block.Statements.RemoveAt(at);
        var above = setting.GetLeadingTrivia().Reverse().SkipWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().ToList();
        return at < rest.Count
            ? block.WithStatements(rest.Replace(rest[at], rest[at].WithLeadingTrivia(above.Concat(rest[at].GetLeadingTrivia()))))
            : block.WithStatements(rest).WithCloseBraceToken(block.CloseBraceToken.WithLeadingTrivia(above.Concat(block.CloseBraceToken.LeadingTrivia)));
    }

    // With the comma after it, so that the others stay as they are; what was written above it may be about them too.
    private static SeparatedSyntaxList<ExpressionSyntax> Without(SeparatedSyntaxList<ExpressionSyntax> settings, AssignmentExpressionSyntax setting)
    {
        var at = settings.IndexOf(setting);
        var rest = settings.RemoveAt(at);
        if (at < rest.Count)
            return rest.Replace(rest[at], rest[at].WithLeadingTrivia(setting.GetLeadingTrivia()));
        return at > 0 && settings.SeparatorCount == at && rest.SeparatorCount < at && rest.Count > 0 ? rest.Replace(rest[at - 1], rest[at - 1].WithTrailingTrivia(setting.GetTrailingTrivia())) : rest;
    }
}
