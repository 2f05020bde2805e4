using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Preconditions;

/// <summary>Mends CG1005 by testing the result code before the answer is used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResultCodeIsTestedFix)), Shared]
public sealed class ResultCodeIsTestedFix() : ClientCodeFix("CG1005")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // Only what has a name can be asked twice.
        if (node.FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is not { Expression: IdentifierNameSyntax answer } access
            || !diagnostic.Properties.TryGetValue("Member", out var member) || !diagnostic.Properties.TryGetValue("Value", out var value) || member is null || value is null
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || model.GetTypeInfo(answer).Type is not { } type || Property(type, member) is not { } property || Guard.StatementOf(access) is not { } statement)
            return [];
        var constant = property.Type switch
        {
            { TypeKind: TypeKind.Enum } => $"{property.Type.ToMinimalDisplayString(model, statement.SpanStart)}.{value}",
            { SpecialType: SpecialType.System_String } => SymbolDisplay.FormatLiteral(value, quote: true),
            _ => value,
        };
        var changed = Guard.Before(root, model, access, SyntaxFactory.ParseExpression($"{answer.Identifier.ValueText}.{member} != {constant}"));
        return await IfItCompilesAsync(document, "Test the result code first", changed, cancellationToken).ConfigureAwait(false);
    }

    private static IPropertySymbol? Property(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
                return property;
        }

        return null;
    }
}
