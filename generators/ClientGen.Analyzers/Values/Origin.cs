using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Values;

/// <summary>Where a value comes from: through conversions, locals assigned once, readonly fields, and properties and helpers of one expression.</summary>
internal static class Origin
{
    private const int Longest = 16;

    /// <summary>The expression that gives a value. What cannot be followed is its own origin.</summary>
    public static IOperation Of(IOperation operation, Compilation compilation)
    {
        for (var steps = 0; steps < Longest; steps++)
        {
            if (Previous(operation, compilation) is not { } previous)
                return operation;
            operation = previous;
        }

        return operation;
    }

    /// <summary>One step back; null where the value begins.</summary>
    public static IOperation? Previous(IOperation operation, Compilation compilation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => conversion.Operand,
        IParenthesizedOperation parentheses => parentheses.Operand,
        ILocalReferenceOperation local => Of(local.Local, compilation),
        IFieldReferenceOperation field => Of(field.Field, compilation),
        IPropertyReferenceOperation { Arguments.Length: 0 } property => Of(property.Property, compilation),
        IInvocationOperation { TargetMethod.Parameters.Length: 0 } call => Of(call.TargetMethod, compilation),
        _ => null,
    };

    /// <summary>What a local is; null when it is assigned more than once, or somewhere that is not an expression.</summary>
    public static IOperation? Of(ILocalSymbol local, Compilation compilation)
    {
        if (local.IsRef || local.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax() is not VariableDeclaratorSyntax declarator)
            return null;
        var scope = declarator.FirstAncestorOrSelf<SyntaxNode>(static node => node is BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax or ForStatementSyntax);
        if (declarator.FirstAncestorOrSelf<ForEachStatementSyntax>()?.Type == declarator.Parent || scope is null)
            return null;
        var writes = Writes.Of(local.Name, scope);
        return (declarator.Initializer, writes) switch
        {
            ({ } initializer, []) => SourceModels.Operation(initializer.Value, compilation),
            (null, [AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment]) => SourceModels.Operation(assignment.Right, compilation),
            _ => null,
        };
    }

    /// <summary>What a field is; null unless nobody outside of its class can set it, and one place sets it: its declaration or a constructor.</summary>
    public static IOperation? Of(IFieldSymbol field, Compilation compilation)
    {
        if (field is { IsReadOnly: false, DeclaredAccessibility: not Accessibility.Private } || field.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax() is not VariableDeclaratorSyntax declarator)
            return null;
        return SourceModels.Operation(SetOnce(field, declarator.Initializer?.Value), compilation);
    }

    /// <summary>What a property is; null unless it is one expression, or cannot be set after its initializer.</summary>
    public static IOperation? Of(IPropertySymbol property, Compilation compilation)
    {
        if (property.IsVirtual || property.IsOverride || property.IsAbstract
            || property.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax() is not PropertyDeclarationSyntax declaration)
            return null;
        if (Expression(declaration) is { } expression)
            return SourceModels.Operation(expression, compilation);
        return property.SetMethod is null ? SourceModels.Operation(SetOnce(property, declaration.Initializer?.Value), compilation) : null;
    }

    /// <summary>What a helper without parameters returns; null unless it is one expression.</summary>
    public static IOperation? Of(IMethodSymbol method, Compilation compilation)
    {
        if (method.IsVirtual || method.IsOverride || method.IsAbstract || method.IsAsync || method.DeclaringSyntaxReferences is not [var reference])
            return null;
        var (arrow, body) = reference.GetSyntax() switch
        {
            MethodDeclarationSyntax declaration => (declaration.ExpressionBody, declaration.Body),
            LocalFunctionStatementSyntax function => (function.ExpressionBody, function.Body),
            _ => (null, null),
        };
        return SourceModels.Operation(arrow?.Expression ?? Returned(body), compilation);
    }

    private static ExpressionSyntax? Expression(PropertyDeclarationSyntax property)
    {
        if (property.ExpressionBody is { } arrow)
            return arrow.Expression;
        return property.AccessorList?.Accessors.FirstOrDefault(static accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration)) is { } getter
            ? getter.ExpressionBody?.Expression ?? Returned(getter.Body)
            : null;
    }

    private static ExpressionSyntax? Returned(BlockSyntax? body) => body is { Statements: [ReturnStatementSyntax { Expression: { } returned }] } ? returned : null;

    // The constructor counts when there is no other one that might leave the member as it is.
    private static ExpressionSyntax? SetOnce(ISymbol member, ExpressionSyntax? initializer)
    {
        var writes = member.ContainingType.DeclaringSyntaxReferences.SelectMany(reference => Writes.OfMember(member.Name, reference.GetSyntax())).ToList();
        return (initializer, writes) switch
        {
            ({ } value, []) => value,
            (null, [AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment]) when Constructor(assignment) is { } constructor
                && member.ContainingType.Constructors.Count(each => each.IsStatic == constructor.Modifiers.Any(SyntaxKind.StaticKeyword)) == 1 => assignment.Right,
            _ => null,
        };
    }

    private static ConstructorDeclarationSyntax? Constructor(AssignmentExpressionSyntax assignment) => assignment.Parent switch
    {
        ExpressionStatementSyntax { Parent: BlockSyntax { Parent: ConstructorDeclarationSyntax constructor } } => constructor,
        ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax constructor } => constructor,
        _ => null,
    };
}
