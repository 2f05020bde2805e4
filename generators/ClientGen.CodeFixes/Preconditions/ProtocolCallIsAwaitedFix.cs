using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Preconditions;

/// <summary>Mends CG1006 by waiting for the call, where the code around it can wait.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ProtocolCallIsAwaitedFix)), Shared]
public sealed class ProtocolCallIsAwaitedFix() : ClientCodeFix("CG1006")
{
    /// <inheritdoc/>
    protected override Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax call || Statement(call) is not { } statement || !Code.CanAwait(statement))
            return Task.FromResult<IReadOnlyList<CodeAction>>([]);
        var awaited = statement.WithExpression(Code.Await(call.WithoutTrivia()).WithTriviaFrom(statement.Expression));
        return Task.FromResult<IReadOnlyList<CodeAction>>([Replace(document, "Await the call", _ => Task.FromResult(root.ReplaceNode(statement, awaited)))]);
    }

    // "client?.CallAsync();" is left alone: awaiting nothing would throw.
    private static ExpressionStatementSyntax? Statement(ExpressionSyntax call) => call.Parent switch
    {
        ExpressionStatementSyntax statement => statement,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax statement } => statement,
        _ => null,
    };
}
