using System.Composition;
using ClientGen.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Payloads;

/// <summary>Mends CG6002 by the nearest value that the contract allows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NumberFitsContractFix)), Shared]
public sealed class NumberFitsContractFix() : ClientCodeFix("CG6002")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax expression || !diagnostic.Properties.TryGetValue(NumberFitsContract.Nearest, out var nearest) || nearest is null
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return [];
        var text = model.GetTypeInfo(expression, cancellationToken).Type is { TypeKind: TypeKind.Enum } type
            ? type.ToMinimalDisplayString(model, expression.SpanStart) + "." + nearest
            : nearest;
        var value = SyntaxFactory.ParseExpression(text).WithTriviaFrom(expression);
        return [Replace(document, $"Use {nearest}", _ => Task.FromResult(root.ReplaceNode(expression, value)), key: "Use the nearest allowed value")];
    }
}
