using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Events;

/// <summary>Mends CG2006 by putting the enum's member in the place of the number or text, and taking casts away that are not needed any more.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EventCodeIsNamedFix)), Shared]
public sealed class EventCodeIsNamedFix() : ClientCodeFix("CG2006")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax constant
            || !diagnostic.Properties.TryGetValue("enum", out var type) || type is null
            || !diagnostic.Properties.TryGetValue("member", out var member) || member is null
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || model.Compilation.GetTypeByMetadataName(type) is not { } @enum
            || Change(constant, @enum, member, model) is not var (old, changed))
            return [];
        return [Replace(document, "Use the name that the contract gives", _ => Task.FromResult(root.ReplaceNode(old, changed.WithTriviaFrom(old))))];
    }

    private static (SyntaxNode Old, SyntaxNode New)? Change(ExpressionSyntax constant, INamedTypeSymbol @enum, string member, SemanticModel model)
    {
        var name = $"{@enum.ToMinimalDisplayString(model, constant.SpanStart)}.{member}";
        var named = SyntaxFactory.ParseExpression(name);
        if (SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(constant).Type, @enum))
            return (constant, named);
        if (constant.Parent is BinaryExpressionSyntax comparison && Uncovered(comparison.Left == constant ? comparison.Right : comparison.Left, @enum, model) is { } value)
        {
            return (comparison, comparison.Left == constant
                ? comparison.WithLeft(named.WithTriviaFrom(constant)).WithRight(value.WithTriviaFrom(comparison.Right))
                : comparison.WithLeft(value.WithTriviaFrom(comparison.Left)).WithRight(named.WithTriviaFrom(constant)));
        }

        return model.GetConstantValue(constant).Value switch
        {
            int or long or uint => (constant, SyntaxFactory.ParseExpression($"({@enum.EnumUnderlyingType!.ToMinimalDisplayString(model, constant.SpanStart)}){name}")),
            string text when text == member => (constant, SyntaxFactory.ParseExpression($"nameof({name})")),
            // Where a constant is needed no call can stand, and without a using the call is not found.
            string when constant.Parent is BinaryExpressionSyntax or ArgumentSyntax && @enum.ToMinimalDisplayString(model, constant.SpanStart) == @enum.Name =>
                (constant, SyntaxFactory.ParseExpression($"{name}.ToWire()")),
            _ => null,
        };
    }

    // The enum's value under a cast, ToWire() or ToString().
    private static ExpressionSyntax? Uncovered(ExpressionSyntax expression, INamedTypeSymbol @enum, SemanticModel model) => expression switch
    {
        ParenthesizedExpressionSyntax parentheses => Uncovered(parentheses.Expression, @enum, model),
        CastExpressionSyntax cast => Value(cast.Expression, @enum, model),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToWire" or "ToString" } access } => Value(access.Expression, @enum, model),
        _ => null,
    };

    private static ExpressionSyntax? Value(ExpressionSyntax expression, INamedTypeSymbol @enum, SemanticModel model) => expression switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Value(sure.Operand, @enum, model),
        ParenthesizedExpressionSyntax { Expression: not BinaryExpressionSyntax and not ConditionalExpressionSyntax } parentheses => Value(parentheses.Expression, @enum, model),
        _ => model.GetTypeInfo(expression).Type switch
        {
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } when SymbolEqualityComparer.Default.Equals(inner, @enum) => expression.WithoutTrivia(),
            { } type when SymbolEqualityComparer.Default.Equals(type, @enum) => expression.WithoutTrivia(),
            _ => null,
        },
    };
}
