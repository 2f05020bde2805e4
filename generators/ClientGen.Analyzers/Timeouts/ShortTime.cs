using System.Globalization;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>A time that ends a long poll too early.</summary>
/// <param name="Value">Where it is written.</param>
/// <param name="What">What ends the poll, at the beginning of a sentence.</param>
/// <param name="Poll">The poll.</param>
/// <param name="Time">The time.</param>
internal sealed record ShortTime(IOperation Value, string What, OperationFacts Poll, TimeSpan Time)
{
    private const int Deepest = 4;

    /// <summary>The value as a time that is too short for a poll; null when it is long enough, endless or not known.</summary>
    /// <remarks>Of a value that depends on a condition, the first time that is too short.</remarks>
    public static ShortTime? Of(IOperation value, string what, OperationFacts poll, Compilation compilation, TimeSpan? unit = null)
    {
        foreach (var alternative in Alternative.Of(value, compilation))
        {
            if (Of(alternative.Shown, alternative.Source, what, poll, new ValueScope(compilation), unit) is { } time)
                return time;
        }

        return null;
    }

    /// <summary>The times that a value stands for: itself, or what callers give when it depends on a parameter.</summary>
    /// <param name="value">The value.</param>
    /// <param name="what">What ends the poll.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="compilation">Where callers are looked for.</param>
    /// <param name="matters">Which calls are about the poll; null for all.</param>
    /// <param name="unit">What one unit of a plain number is.</param>
    public static IEnumerable<ShortTime> All(IOperation value, string what, OperationFacts poll, Compilation compilation, Func<Arguments, bool>? matters = null, TimeSpan? unit = null) =>
        All(value, what, poll, compilation, matters, unit, 0);

    /// <summary>How many milliseconds one of a plain number stands for; 1 where a time is written.</summary>
    public double Unit(Compilation compilation) => ConstantValue.Number(Value, compilation) is { } number and > 0 ? Time.TotalMilliseconds / number : 1;

    /// <summary>A time as people read it.</summary>
    public static string Shown(double milliseconds) => (milliseconds / 1000).ToString("0.###", CultureInfo.InvariantCulture) + " s";

    private static IEnumerable<ShortTime> All(IOperation value, string what, OperationFacts poll, Compilation compilation, Func<Arguments, bool>? matters, TimeSpan? unit, int depth)
    {
        if (Of(value, what, poll, compilation, unit) is { } own)
            return [own];
        var source = Origin.Of(value, compilation);
        if (depth > Deepest || Parameter(source) is not { } parameter)
            return [];
        return Arguments.Of(parameter.ContainingSymbol, compilation).Where(call => matters?.Invoke(call) ?? true).SelectMany(call =>
        {
            if (call.Given(parameter) is not { } given)
                return [];
            if (Of(given, source, what, poll, new ValueScope(compilation, parameter, given), unit) is { } time)
                return [time];
            return source is IParameterReferenceOperation ? All(given, what, poll, compilation, null, unit, depth + 1) : [];
        });
    }

    private static ShortTime? Of(IOperation shown, IOperation source, string what, OperationFacts poll, ValueScope scope, TimeSpan? unit)
    {
        // Plain numbers are milliseconds wherever .NET takes them for time-outs.
        return Known(source, scope, unit ?? TimeSpan.FromMilliseconds(1)) is { } time && time > TimeSpan.Zero && time.TotalMilliseconds < poll.Poll!.MinTimeoutMilliseconds
            ? new(shown, what, poll, time)
            : null;
    }

    private static TimeSpan? Known(IOperation value, ValueScope scope, TimeSpan unit) => ConstantValue.Of(value, scope).Value switch
    {
        TimeSpan time => time,
        int number and > 0 and < int.MaxValue => new TimeSpan(unit.Ticks * number),
        long number and > 0 and < int.MaxValue => new TimeSpan(unit.Ticks * number),
        _ => null,
    };

    // The only parameter that a value is made of: "seconds" of TimeSpan.FromSeconds(seconds).
    private static IParameterSymbol? Parameter(IOperation source)
    {
        var used = source.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Select(static each => each.Parameter).Distinct<IParameterSymbol>(SymbolEqualityComparer.Default).Take(2).ToList();
        return used is [{ ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.Constructor } } only] ? only : null;
    }
}
