using ClientGen.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Analyzers.Events;

/// <summary>What a constant is compared with, found from the constant upwards.</summary>
/// <param name="Constant">The whole constant: with its cast, and with the type that it is a member of.</param>
/// <param name="Other">The expression that it is compared with; for a property pattern, the property's name.</param>
internal sealed record CodeComparison(ExpressionSyntax Constant, ExpressionSyntax Other)
{
    /// <summary>The comparison that a literal or a name stands in; null for other places.</summary>
    public static CodeComparison? Of(ExpressionSyntax expression)
    {
        var constant = Whole(expression);
        return Against(constant) is { } other ? new CodeComparison(constant, other) : null;
    }

    /// <summary>The name that a constant is given where it is declared; null for other places.</summary>
    public static string? NameGivenTo(ExpressionSyntax expression)
    {
        SyntaxNode value = Whole(expression);
        // A list of codes is asked for one of them later.
        while (value.Parent is InitializerExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax or BaseObjectCreationExpressionSyntax or ExpressionElementSyntax or CollectionExpressionSyntax)
            value = value.Parent;
        return value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            _ => null,
        };
    }

    private static ExpressionSyntax Whole(ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
            || (expression.Parent is MemberAccessExpressionSyntax access && access.Name == expression))
            expression = (ExpressionSyntax)expression.Parent;
        return expression;
    }

    private static ExpressionSyntax? Against(ExpressionSyntax constant) => constant.Parent switch
    {
        BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.EqualsExpression) || binary.IsKind(SyntaxKind.NotEqualsExpression) => binary.Left == constant ? binary.Right : binary.Left,
        ConstantPatternSyntax pattern => Matched(pattern),
        CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => choice.Expression,
        ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument => Compared(call, argument),
        InitializerExpressionSyntax or ExpressionElementSyntax => Sought(constant),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Contains" or "Equals", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [var sought, ..] } } => sought.Expression,
        _ => null,
    };

    private static ExpressionSyntax? Matched(PatternSyntax pattern)
    {
        SyntaxNode outer = pattern;
        while (outer.Parent is PatternSyntax and not RecursivePatternSyntax)
            outer = outer.Parent;
        return outer.Parent switch
        {
            IsPatternExpressionSyntax test => test.Expression,
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => choice.GoverningExpression,
            CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => choice.Expression,
            SubpatternSyntax { ExpressionColon.Expression: { } property } => property,
            _ => null,
        };
    }

    // x.Equals(1), Equals(x, 1), string.Equals(x, "a", comparison), x.ValueEquals("a"), codes.Contains(1)
    private static ExpressionSyntax? Compared(InvocationExpressionSyntax call, ArgumentSyntax argument)
    {
        var (name, receiver) = call.Expression switch
        {
            MemberAccessExpressionSyntax access => (access.Name.Identifier.ValueText, access.Expression),
            MemberBindingExpressionSyntax binding => (binding.Name.Identifier.ValueText, (call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>())?.Expression),
            SimpleNameSyntax simple => (simple.Identifier.ValueText, null),
            _ => ("", null),
        };
        if (name is not ("Equals" or "ValueEquals"))
            return null;
        var others = call.ArgumentList.Arguments.Where(each => each != argument).Select(static each => each.Expression).ToList();
        return receiver is null or PredefinedTypeSyntax or IdentifierNameSyntax { Identifier.ValueText: "String" or "Object" } ? others.FirstOrDefault() : receiver;
    }

    // new[] { 1, 2 }.Contains(x)
    private static ExpressionSyntax? Sought(SyntaxNode element)
    {
        while (element.Parent is InitializerExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax or BaseObjectCreationExpressionSyntax or ExpressionElementSyntax or CollectionExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax)
            element = element.Parent;
        return element.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Contains", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [var sought, ..] } } ? sought.Expression : null;
    }
}
