using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Credentials;

/// <summary>Mends CG4005 by reading the secret from the configuration, where one is in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SecretIsConfiguredFix)), Shared]
public sealed class SecretIsConfiguredFix() : ClientCodeFix("CG4005")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(Analyzers.Credentials.SecretIsConfigured.Key, out var key) || key is null
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || Written(node, model) is not { } written || ConfigurationInScope.Find(model, written.SpanStart) is not { } configuration)
            return [];
        var exception = Code.Name(model, written.SpanStart, "System.InvalidOperationException");
        var read = SyntaxFactory.ParseExpression($"{configuration}[\"{key}\"] ?? throw new {exception}(\"{key} is not configured.\")").WithTriviaFrom(written);
        return [Replace(document, "Read the secret from the configuration", _ => Task.FromResult(root.ReplaceNode(written, read)))];
    }

    // A local that is nothing but the secret is mended where it gets its value, so that no dead local stays behind.
    private static ExpressionSyntax? Written(SyntaxNode node, SemanticModel model)
    {
        if (node is not IdentifierNameSyntax || model.GetSymbolInfo(node).Symbol is not ILocalSymbol { IsConst: false, DeclaringSyntaxReferences: [var reference] })
            return node as ExpressionSyntax;
        return reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } initial } && model.GetConstantValue(initial).HasValue ? initial : null;
    }
}
