using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Events;

/// <summary>Mends CG2005 by going on: with the next event, or with nothing to wait for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnknownEventIsSurvivedFix)), Shared]
public sealed class UnknownEventIsSurvivedFix() : ClientCodeFix("CG2005")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || Change(node, model) is not var (old, changed))
            return [];
        return [Replace(document, "Go on with the next event", _ => Task.FromResult(root.ReplaceNode(old, changed)))];
    }

    private static (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode node, SemanticModel model) => node switch
    {
        ThrowStatementSyntax thrown => GoingOn(thrown) is { } statement ? (thrown, statement.WithTriviaFrom(thrown)) : null,
        ThrowExpressionSyntax { Parent: SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } } thrown =>
            Nothing(choice, model) is { } nothing ? (thrown, nothing.WithTriviaFrom(thrown)) : null,
        ExpressionSyntax { Parent: SwitchExpressionSyntax choice } when Nothing(choice, model) is { } nothing =>
            (choice, SwitchArms.With(choice, SyntaxFactory.SwitchExpressionArm(SyntaxFactory.DiscardPattern(), nothing.WithLeadingTrivia(SyntaxFactory.Space)))),
        _ => null,
    };

    private static StatementSyntax? GoingOn(ThrowStatementSyntax thrown)
    {
        foreach (var ancestor in thrown.Ancestors())
        {
            switch (ancestor)
            {
                case SwitchSectionSyntax:
                    return SyntaxFactory.ParseStatement("break;");
                case CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax:
                    return SyntaxFactory.ParseStatement("continue;");
                case MethodDeclarationSyntax method:
                    return MayReturn(method.ReturnType, method.Modifiers);
                case LocalFunctionStatementSyntax function:
                    return MayReturn(function.ReturnType, function.Modifiers);
                case MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax:
                    return null;
            }
        }

        return null;
    }

    private static StatementSyntax? MayReturn(TypeSyntax type, SyntaxTokenList modifiers) =>
        type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } || modifiers.Any(SyntaxKind.AsyncKeyword) ? SyntaxFactory.ParseStatement("return;") : null;

    // Which value stands for an unknown event only people know; that there is nothing to wait for is plain.
    private static ExpressionSyntax? Nothing(SwitchExpressionSyntax choice, SemanticModel model) => model.GetTypeInfo(choice).Type switch
    {
        INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 } task => SyntaxFactory.ParseExpression($"{task.ToMinimalDisplayString(model, choice.SpanStart)}.CompletedTask"),
        _ => null,
    };
}
