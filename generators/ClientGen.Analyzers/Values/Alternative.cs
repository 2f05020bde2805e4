using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Values;

/// <summary>One of the things that an expression can be.</summary>
/// <param name="Shown">Where it stands in the expression.</param>
/// <param name="Source">Where it comes from, which may be an initializer elsewhere.</param>
internal sealed record Alternative(IOperation Shown, IOperation Source)
{
    private const int Deepest = 16;

    /// <summary>What an expression can be, by its conditions; through locals, readonly members and wrappers for optional values.</summary>
    /// <param name="value">The expression.</param>
    /// <param name="compilation">Where members are looked up.</param>
    /// <param name="fallbacks">Whether what stands after <c>??</c> counts: it often only quiets the compiler.</param>
    public static IEnumerable<Alternative> Of(IOperation value, Compilation compilation, bool fallbacks = false) => Of(value, value, isShown: true, compilation, fallbacks, 0);

    private static IEnumerable<Alternative> Of(IOperation value, IOperation shown, bool isShown, Compilation compilation, bool fallbacks, int depth)
    {
        if (depth > Deepest)
            return [];
        var branches = Branches(value, fallbacks);
        if (branches.Count > 0)
            return branches.SelectMany(branch => Of(branch, isShown ? branch : shown, isShown, compilation, fallbacks, depth + 1));
        if (value.ConstantValue.HasValue)
            return [new Alternative(shown, value)];
        if (Wrapped(value) is { } inner)
            return Of(inner, isShown ? inner : shown, isShown, compilation, fallbacks, depth + 1);
        return Origin.Previous(value, compilation) is { } previous
            ? Of(previous, shown, isShown: false, compilation, fallbacks, depth + 1)
            : [new Alternative(shown, value)];
    }

    private static IReadOnlyList<IOperation> Branches(IOperation value, bool fallbacks) => value switch
    {
        IConditionalOperation { WhenFalse: { } otherwise } condition when !value.ConstantValue.HasValue => [condition.WhenTrue, otherwise],
        ISwitchExpressionOperation choice => [.. choice.Arms.Select(static arm => arm.Value)],
        ICoalesceOperation coalesce => fallbacks ? [coalesce.Value, coalesce.WhenNull] : [coalesce.Value],
        _ => [],
    };

    // Conversions stand around the value, among them the one that makes it optional.
    private static IOperation? Wrapped(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => conversion.Operand,
        IConversionOperation { OperatorMethod: { } method } conversion when IsOptional(method.ContainingType) => conversion.Operand,
        IObjectCreationOperation { Arguments.Length: 1 } creation when IsOptional(creation.Type) => creation.Arguments[0].Value,
        IParenthesizedOperation parentheses => parentheses.Operand,
        _ => null,
    };

    private static bool IsOptional(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Optional", Arity: 1, ContainingNamespace: { Name: "ClientGen", ContainingNamespace.IsGlobalNamespace: true } };
}
