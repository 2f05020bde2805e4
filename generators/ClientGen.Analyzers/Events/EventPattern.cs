using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Events;

/// <summary>Which events a pattern lets through.</summary>
internal static class EventPattern
{
    /// <summary>Whether a pattern lets an event through.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="event">The event.</param>
    public static Fit Of(IPatternOperation pattern, KnownEvent @event) => pattern switch
    {
        IDiscardPatternOperation => Fit.Yes,
        IDeclarationPatternOperation declaration => declaration.MatchesNull ? Fit.Yes : OfType(declaration.MatchedType, @event),
        ITypePatternOperation type => OfType(type.MatchedType, @event),
        IRecursivePatternOperation recursive => OfParts(recursive, @event),
        IConstantPatternOperation constant => OfConstant(constant.Value, @event),
        IRelationalPatternOperation relational => Compared(relational.OperatorKind, relational.Value, @event),
        INegatedPatternOperation negated => Not(Of(negated.Pattern, @event)),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Or(Of(either.LeftPattern, @event), Of(either.RightPattern, @event)),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => And(Of(both.LeftPattern, @event), Of(both.RightPattern, @event)),
        _ => Fit.Maybe,
    };

    /// <summary>Whether an event is of a type.</summary>
    public static Fit OfType(ITypeSymbol? type, KnownEvent @event)
    {
        if (type is null || type.TypeKind is TypeKind.Error or TypeKind.TypeParameter)
            return Fit.Maybe;
        if (@event.Codes is { } codes && (type.TypeKind == TypeKind.Enum || @event.Case is null))
            return Same(type, codes) || type.SpecialType is SpecialType.System_Enum or SpecialType.System_Object or SpecialType.System_ValueType ? Fit.Yes : Fit.No;
        for (ITypeSymbol? each = @event.Case; each is not null; each = each.BaseType)
        {
            if (Same(each, type))
                return Fit.Yes;
        }

        return @event.Case is { } @case && @case.AllInterfaces.Any(implemented => Same(implemented, type)) ? Fit.Yes : Fit.No;
    }

    /// <summary>Whether an event has a code.</summary>
    public static Fit OfConstant(IOperation value, KnownEvent @event) => Compared(BinaryOperatorKind.Equals, value, @event);

    /// <summary>The opposite.</summary>
    public static Fit Not(Fit fit) => (Fit)(Fit.Yes - fit);

    /// <summary>One of two.</summary>
    public static Fit Or(Fit left, Fit right) => left > right ? left : right;

    /// <summary>Both of two.</summary>
    public static Fit And(Fit left, Fit right) => left < right ? left : right;

    private static Fit OfParts(IRecursivePatternOperation pattern, KnownEvent @event)
    {
        // "{ }" names the type that the value has anyway, which is not that of the case.
        var fit = pattern.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.RecursivePatternSyntax { Type: null } ? Fit.Yes : OfType(pattern.MatchedType, @event);
        fit = And(fit, pattern.DeconstructionSubpatterns.All(IsTaking) ? Fit.Yes : Fit.Maybe);
        return pattern.PropertySubpatterns.Aggregate(fit, (all, part) => And(all, OfPart(part, @event)));
    }

    private static Fit OfPart(IPropertySubpatternOperation part, KnownEvent @event) => part switch
    {
        { Member: IPropertyReferenceOperation { Property.Name: "IsTerminal" }, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool expected } } } =>
            @event.IsTerminal == expected ? Fit.Yes : Fit.No,
        _ => IsTaking(part.Pattern) ? Fit.Yes : Fit.Maybe,
    };

    // Patterns that take something out without asking for a value.
    private static bool IsTaking(IPatternOperation pattern) => pattern switch
    {
        IDiscardPatternOperation or IDeclarationPatternOperation or ITypePatternOperation => true,
        INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } => true,
        IRecursivePatternOperation recursive => recursive.DeconstructionSubpatterns.All(IsTaking) && recursive.PropertySubpatterns.All(static part => IsTaking(part.Pattern)),
        _ => false,
    };

    private static Fit Compared(BinaryOperatorKind kind, IOperation value, KnownEvent @event)
    {
        if (value.ConstantValue is not { HasValue: true } constant)
            return Fit.Maybe;
        if (constant.Value is null)
            return Fit.No;
        if (@event.Number is not { } left || ConstantValue.AsNumber(constant.Value) is not { } right)
            return Fit.Maybe;
        var holds = kind switch
        {
            BinaryOperatorKind.Equals => left == right,
            BinaryOperatorKind.NotEquals => left != right,
            BinaryOperatorKind.LessThan => left < right,
            BinaryOperatorKind.LessThanOrEqual => left <= right,
            BinaryOperatorKind.GreaterThan => left > right,
            BinaryOperatorKind.GreaterThanOrEqual => left >= right,
            _ => (bool?)null,
        };
        return holds switch { true => Fit.Yes, false => Fit.No, null => Fit.Maybe };
    }

    private static bool Same(ITypeSymbol left, ITypeSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
