using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Retries;

/// <summary>Whether values fit patterns.</summary>
internal sealed class PatternQuestion(RetryQuestion question)
{
    public bool? Fits(IPatternOperation pattern, object? value) => pattern switch
    {
        IDiscardPatternOperation => true,
        INegatedPatternOperation negated => !Fits(negated.Pattern, value),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => Fits(both.LeftPattern, value) & Fits(both.RightPattern, value),
        IBinaryPatternOperation either => Fits(either.LeftPattern, value) | Fits(either.RightPattern, value),
        IDeclarationPatternOperation declaration => Declared(declaration, value),
        IConstantPatternOperation constant => value is null || question.Value(constant.Value) is not { } wanted ? null : Equals(value, wanted),
        IRelationalPatternOperation relation => value is null ? null : RetryQuestion.Compared(relation.OperatorKind, value, question.Value(relation.Value)) as bool?,
        ITypePatternOperation type => IsA(value, type.MatchedType),
        IRecursivePatternOperation shape => Recursive(shape, value),
        _ => null,
    };

    private bool? Declared(IDeclarationPatternOperation declaration, object? value)
    {
        question.Bind(declaration.DeclaredSymbol, value);
        return declaration.MatchesNull ? true : IsA(value, declaration.MatchedType);
    }

    private bool? Recursive(IRecursivePatternOperation shape, object? value)
    {
        question.Bind(shape.DeclaredSymbol, value);
        var fits = value is null ? null : IsA(value, shape.MatchedType);
        foreach (var part in shape.PropertySubpatterns)
        {
            if (fits is false)
                return false;
            fits &= part.Member is IPropertyReferenceOperation property ? Fits(part.Pattern, question.Member(property.Property.Name, value)) : null;
        }

        return fits;
    }

    private static bool? IsA(object? value, ITypeSymbol? type) => value switch
    {
        null => null,
        Nothing => false,
        Doubt { Type: not null } known => known.IsA(type),
        _ => true,
    };
}
