using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Polling;

/// <summary>Mends CG2007: where the place can do with a missing event it gets one, and a statement runs only when there is one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingEventIsTestedFix)), Shared]
public sealed class MissingEventIsTestedFix() : ClientCodeFix("CG2007")
{
    private const string Title = "Test for a missing event";

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is not { Name.Identifier.ValueText: "Value", Expression: var written } access
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return [];
        var code = written is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var operand } ? operand : written;
        if (IsCompared(access))
            return await IfItCompilesAsync(document, Title, root.ReplaceNode(access, code.WithTriviaFrom(access)), cancellationToken).ConfigureAwait(false);
        if (access.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax { Parent: BlockSyntax } statement)
            return [];
        var name = new Scope(model, statement.SpanStart).Fresh("known");
        var inner = statement.ReplaceNode(access, SyntaxFactory.IdentifierName(name).WithTriviaFrom(access)).WithoutTrivia();
        var test = SyntaxFactory.ParseStatement($"if ({code.WithoutTrivia()} is {{ }} {name})\n    {inner}");
        return await IfItCompilesAsync(document, Title, Block.Replace(root, statement, [test]), cancellationToken).ConfigureAwait(false);
    }

    private static bool IsCompared(ExpressionSyntax access) =>
        access.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } or IsPatternExpressionSyntax or SwitchStatementSyntax or SwitchExpressionSyntax;
}
