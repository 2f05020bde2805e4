using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Values;

/// <summary>Spans of time that are the same in every run: factories, constructors, members and arithmetic of <see cref="TimeSpan"/>.</summary>
internal static class ConstantTime
{
    /// <summary>The value of a member, factory or constructor of <see cref="TimeSpan"/>; none for everything else.</summary>
    public static Optional<object?> Of(IOperation operation, ValueScope scope, int depth)
    {
        try
        {
            return operation switch
            {
                IFieldReferenceOperation field => Field(field.Field),
                IPropertyReferenceOperation { Instance: { } instance } property when IsTimeSpan(property.Property.ContainingType) => Part(property.Property.Name, ConstantValue.Of(instance, scope, depth).Value as TimeSpan?),
                IInvocationOperation call when IsTimeSpan(call.TargetMethod.ContainingType) => Call(call, scope, depth),
                IObjectCreationOperation creation when IsTimeSpan(creation.Type) => Created(creation, scope, depth),
                IDefaultValueOperation value when IsTimeSpan(value.Type) => TimeSpan.Zero,
                _ => default,
            };
        }
        catch (Exception e) when (e is OverflowException or ArgumentException)
        {
            // The program would throw here too; whatever it then does, it is not a time.
            return default;
        }
    }

    /// <summary>Arithmetic with a span of time on at least one side.</summary>
    public static Optional<object?> Combined(BinaryOperatorKind kind, object? left, object? right)
    {
        try
        {
            return (kind, left, right) switch
            {
                (BinaryOperatorKind.Add, TimeSpan a, TimeSpan b) => a + b,
                (BinaryOperatorKind.Subtract, TimeSpan a, TimeSpan b) => a - b,
                (BinaryOperatorKind.Divide, TimeSpan a, TimeSpan b) when b != TimeSpan.Zero => (double)a.Ticks / b.Ticks,
                (BinaryOperatorKind.Multiply, TimeSpan a, _) when ConstantValue.AsNumber(right) is { } b => Scaled(a, b),
                (BinaryOperatorKind.Multiply, _, TimeSpan b) when ConstantValue.AsNumber(left) is { } a => Scaled(b, a),
                (BinaryOperatorKind.Divide, TimeSpan a, _) when ConstantValue.AsNumber(right) is { } b && b != 0 => Scaled(a, 1 / b),
                _ => default(Optional<object?>),
            };
        }
        catch (OverflowException)
        {
            return default;
        }
    }

    private static bool IsTimeSpan(ITypeSymbol? type) => type is { Name: "TimeSpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static Optional<object?> Field(IFieldSymbol field) => (field.ContainingType?.Name, field.Name) switch
    {
        ("TimeSpan", "Zero") when IsTimeSpan(field.ContainingType) => TimeSpan.Zero,
        ("TimeSpan", "MaxValue") when IsTimeSpan(field.ContainingType) => TimeSpan.MaxValue,
        ("TimeSpan", "MinValue") when IsTimeSpan(field.ContainingType) => TimeSpan.MinValue,
        ("Timeout", "InfiniteTimeSpan") when field.ContainingType!.ContainingNamespace is { Name: "Threading", ContainingNamespace.Name: "System" } => System.Threading.Timeout.InfiniteTimeSpan,
        _ => default(Optional<object?>),
    };

    private static Optional<object?> Part(string name, TimeSpan? time) => (name, time) switch
    {
        ("TotalMilliseconds", { } value) => value.TotalMilliseconds,
        ("TotalSeconds", { } value) => value.TotalSeconds,
        ("TotalMinutes", { } value) => value.TotalMinutes,
        ("TotalHours", { } value) => value.TotalHours,
        ("TotalDays", { } value) => value.TotalDays,
        ("Ticks", { } value) => value.Ticks,
        ("Milliseconds", { } value) => value.Milliseconds,
        ("Seconds", { } value) => value.Seconds,
        ("Minutes", { } value) => value.Minutes,
        ("Hours", { } value) => value.Hours,
        ("Days", { } value) => value.Days,
        _ => default(Optional<object?>),
    };

    private static Optional<object?> Call(IInvocationOperation call, ValueScope scope, int depth)
    {
        var name = call.TargetMethod.Name;
        if (call.Instance is { } instance)
        {
            return ConstantValue.Of(instance, scope, depth).Value is TimeSpan time && call.Arguments.Length < 2
                ? Changed(name, time, call.Arguments.Length == 0 ? null : ConstantValue.Of(call.Arguments[0].Value, scope, depth).Value)
                : default;
        }

        if (name == "Parse")
        {
            return ConstantValue.Of(Argument(call.Arguments, 0), scope, depth).Value is string text && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var parsed) ? parsed : default(Optional<object?>);
        }

        // Every factory begins with its own unit; the further parameters that newer ones have go down unit by unit.
        var first = Array.IndexOf(Factories, name);
        return first < 0 ? default : Sum(call.Arguments, first, scope, depth);
    }

    private static readonly string[] Factories = ["FromDays", "FromHours", "FromMinutes", "FromSeconds", "FromMilliseconds", "FromMicroseconds", "FromTicks"];

    private static readonly double[] TicksOf =
        [TimeSpan.TicksPerDay, TimeSpan.TicksPerHour, TimeSpan.TicksPerMinute, TimeSpan.TicksPerSecond, TimeSpan.TicksPerMillisecond, 10, 1];

    private static Optional<object?> Changed(string name, TimeSpan time, object? by) => (name, by) switch
    {
        ("Add", TimeSpan other) => time + other,
        ("Subtract", TimeSpan other) => time - other,
        ("Negate", null) => -time,
        ("Duration", null) => time.Duration(),
        ("Multiply", _) when ConstantValue.AsNumber(by) is { } factor => Scaled(time, factor),
        ("Divide", _) when ConstantValue.AsNumber(by) is { } divisor && divisor != 0 => Scaled(time, 1 / divisor),
        _ => default(Optional<object?>),
    };

    private static Optional<object?> Created(IObjectCreationOperation creation, ValueScope scope, int depth) => creation.Arguments.Length switch
    {
        0 => TimeSpan.Zero,
        1 => Sum(creation.Arguments, Array.IndexOf(Factories, "FromTicks"), scope, depth),
        // hours, minutes, seconds; or days before them and smaller units after them.
        3 => Sum(creation.Arguments, Array.IndexOf(Factories, "FromHours"), scope, depth),
        _ => Sum(creation.Arguments, Array.IndexOf(Factories, "FromDays"), scope, depth),
    };

    private static Optional<object?> Sum(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments, int firstUnit, ValueScope scope, int depth)
    {
        var ticks = 0.0;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter || firstUnit + parameter.Ordinal >= TicksOf.Length
                || ConstantValue.AsNumber(ConstantValue.Of(argument.Value, scope, depth).Value) is not { } number)
                return default;
            ticks += number * TicksOf[firstUnit + parameter.Ordinal];
        }

        return FromTicks(ticks);
    }

    private static IOperation? Argument(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments, int ordinal) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value;

    private static Optional<object?> Scaled(TimeSpan time, double factor) => FromTicks(time.Ticks * factor);

    private static Optional<object?> FromTicks(double ticks) => Math.Abs(ticks) < long.MaxValue ? new TimeSpan((long)Math.Round(ticks)) : default(Optional<object?>);
}
