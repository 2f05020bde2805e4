using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Values;

/// <summary>Values that are the same in every run: constants, what <see cref="Origin"/> can follow to one, and arithmetic on them.</summary>
internal static class ConstantValue
{
    private const int Deepest = 32;

    /// <summary>The value: a number, text, character, Boolean or <see cref="TimeSpan"/>, or null itself; none when it is not known.</summary>
    public static Optional<object?> Of(IOperation? operation, Compilation compilation) => Of(operation, new ValueScope(compilation), 0);

    /// <summary>A span of time; null when it is not known.</summary>
    public static TimeSpan? Time(IOperation? operation, Compilation compilation) => Of(operation, compilation).Value as TimeSpan?;

    /// <summary>A value where one parameter is known as well.</summary>
    public static Optional<object?> Of(IOperation? operation, ValueScope scope) => Of(operation, scope, 0);

    /// <summary>Text; null when it is not known, or null.</summary>
    public static string? Text(IOperation? operation, Compilation compilation) => Of(operation, compilation).Value as string;

    /// <summary>A whole number; null when it is not known.</summary>
    public static long? Integer(IOperation? operation, Compilation compilation) =>
        Of(operation, compilation).Value is var value and (sbyte or byte or short or ushort or int or uint or long)
            ? Convert.ToInt64(value, CultureInfo.InvariantCulture)
            : null;

    /// <summary>A number; null when it is not known.</summary>
    public static double? Number(IOperation? operation, Compilation compilation) => AsNumber(Of(operation, compilation).Value);

    /// <summary>A value as a number; null when it is none.</summary>
    internal static double? AsNumber(object? value) => value switch
    {
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    internal static Optional<object?> Of(IOperation? operation, ValueScope scope, int depth)
    {
        // Initializers may name each other in a circle.
        if (operation is null || depth > Deepest)
            return default;
        if (operation.ConstantValue is { HasValue: true } constant)
            return constant;
        return operation switch
        {
            IConversionOperation { OperatorMethod: null } conversion => Converted(Of(conversion.Operand, scope, depth + 1), conversion.Type),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus => Negated(Of(minus.Operand, scope, depth + 1).Value),
            IBinaryOperation binary => Combined(binary.OperatorKind, Of(binary.LeftOperand, scope, depth + 1), Of(binary.RightOperand, scope, depth + 1), binary.Type),
            IInterpolatedStringOperation text => Interpolated(text, scope, depth + 1),
            IFieldReferenceOperation { Field: { IsStatic: true, Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } => "",
            IParameterReferenceOperation parameter when scope.Argument(parameter.Parameter) is { } argument => Of(argument, scope.Compilation),
            _ when ConstantTime.Of(operation, scope, depth + 1) is { HasValue: true } time => time,
            _ => Of(Origin.Previous(operation, scope.Compilation), scope, depth + 1),
        };
    }

    private static Optional<object?> Converted(Optional<object?> value, ITypeSymbol? type)
    {
        if (!value.HasValue || AsNumber(value.Value) is not { } number)
            return value;
        return type?.SpecialType switch
        {
            SpecialType.System_Int32 when number is >= int.MinValue and <= int.MaxValue => (int)number,
            SpecialType.System_Int64 when Math.Abs(number) < 1L << 53 => (long)number,
            SpecialType.System_Double => number,
            SpecialType.System_Int32 or SpecialType.System_Int64 => default,
            _ => value,
        };
    }

    private static Optional<object?> Negated(object? value) => value switch
    {
        int number and not int.MinValue => -number,
        long number and not long.MinValue => -number,
        double number => -number,
        TimeSpan time when time != TimeSpan.MinValue => -time,
        _ => default,
    };

    private static Optional<object?> Combined(BinaryOperatorKind kind, Optional<object?> left, Optional<object?> right, ITypeSymbol? type)
    {
        if (!left.HasValue || !right.HasValue)
            return default;
        if (left.Value is TimeSpan || right.Value is TimeSpan)
            return ConstantTime.Combined(kind, left.Value, right.Value);
        if (type?.SpecialType == SpecialType.System_String && kind == BinaryOperatorKind.Add)
            return string.Concat(Shown(left.Value), Shown(right.Value));
        if (AsNumber(left.Value) is not { } a || AsNumber(right.Value) is not { } b)
            return default;
        var isWhole = type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;
        double? result = kind switch
        {
            BinaryOperatorKind.Add => a + b,
            BinaryOperatorKind.Subtract => a - b,
            BinaryOperatorKind.Multiply => a * b,
            BinaryOperatorKind.Divide when b != 0 => isWhole ? Math.Truncate(a / b) : a / b,
            BinaryOperatorKind.Remainder when b != 0 => a % b,
            _ => null,
        };
        return result is { } number ? Converted(number, type) : default;
    }

    private static Optional<object?> Interpolated(IInterpolatedStringOperation text, ValueScope scope, int depth)
    {
        var result = new StringBuilder();
        foreach (var part in text.Parts)
        {
            var value = part switch
            {
                IInterpolatedStringTextOperation literal => Of(literal.Text, scope, depth),
                IInterpolationOperation { Alignment: null, FormatString: null } hole => Of(hole.Expression, scope, depth),
                _ => default,
            };
            // How anything but text and whole numbers is shown depends on the culture.
            if (!value.HasValue || value.Value is not (null or string or char or int or long))
                return default;
            result.Append(Shown(value.Value));
        }

        return result.ToString();
    }

    private static string Shown(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
