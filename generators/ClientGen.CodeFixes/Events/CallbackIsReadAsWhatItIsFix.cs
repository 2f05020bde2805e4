using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Events;

/// <summary>Mends CG7001 by reading the type that fits; where that is any event, what is not the wanted one becomes null.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallbackIsReadAsWhatItIsFix)), Shared]
public sealed class CallbackIsReadAsWhatItIsFix() : ClientCodeFix("CG7001")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not TypeSyntax { Parent: TypeArgumentListSyntax } taken
            || !diagnostic.Properties.TryGetValue("fitting", out var fitting) || fitting is null
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || model.GetTypeInfo(taken, cancellationToken).Type is not INamedTypeSymbol type
            || type.ContainingNamespace.GetTypeMembers(fitting).FirstOrDefault() is not { } right
            || Whole(taken) is not { } read)
            return [];
        var renamed = read.ReplaceNode(taken, SyntaxFactory.ParseTypeName(right.ToMinimalDisplayString(model, taken.SpanStart)));
        var isWider = SymbolEqualityComparer.Default.Equals(type.BaseType, right);
        return [Replace(document, "Read the type that fits", _ => Task.FromResult(root.ReplaceNode(read, isWider ? Only(renamed, taken, read) : renamed)))];
    }

    // With its await, whose result is what is read.
    private static ExpressionSyntax? Whole(TypeSyntax taken)
    {
        ExpressionSyntax? read = taken.FirstAncestorOrSelf<InvocationExpressionSyntax>();
        if (read?.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured })
            read = configured;
        return read?.Parent is AwaitExpressionSyntax awaited ? awaited : read;
    }

    private static ExpressionSyntax Only(ExpressionSyntax renamed, TypeSyntax taken, ExpressionSyntax read)
    {
        var only = SyntaxFactory.ParseExpression($"{renamed.WithoutTrivia()} as {taken.WithoutTrivia()}");
        return (read.Parent is EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or AssignmentExpressionSyntax or ArgumentSyntax
            ? only
            : SyntaxFactory.ParenthesizedExpression(only)).WithTriviaFrom(read);
    }
}
