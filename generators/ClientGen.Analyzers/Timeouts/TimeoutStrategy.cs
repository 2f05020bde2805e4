using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Retries;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>A time-out of a resilience library.</summary>
/// <param name="Place">The call that adds it.</param>
/// <param name="Value">Where the time is written; the call for what is the library's default.</param>
/// <param name="IsPessimistic">Whether it walks away from what takes no token.</param>
internal sealed record TimeoutStrategy(IInvocationOperation Place, IOperation Value, bool IsPessimistic)
{
    // Polly.Timeout.TimeoutStrategyOptions: Timeout is 30 seconds unless it is set.
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    // Plain numbers are seconds for policies.
    private static readonly TimeSpan Unit = TimeSpan.FromSeconds(1);

    /// <summary>The time-outs among calls that build a pipeline, as far as they are always added.</summary>
    /// <param name="calls">The calls.</param>
    /// <param name="use">Where the pipeline is used; null for elsewhere.</param>
    /// <param name="compilation">Where options are looked up.</param>
    public static IEnumerable<TimeoutStrategy> Of(IEnumerable<IInvocationOperation> calls, IOperation? use, Compilation compilation) => calls
        .Where(call => use is not null && Position.InOneFunction(call.Syntax, use.Syntax) ? Position.LeadsTo(call.Syntax, use.Syntax) : Position.IsAlways(call.Syntax))
        .Select(call => Read(call, compilation)).OfType<TimeoutStrategy>();

    /// <summary>What it ends too early.</summary>
    /// <param name="what">What it is called in the message.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="compilation">Where values are looked up.</param>
    public IEnumerable<ShortTime> Times(string what, OperationFacts poll, Compilation compilation)
    {
        if (Value != Place)
            return ShortTime.All(Value, what, poll, compilation, unit: Unit);
        return Usual.TotalMilliseconds < poll.Poll!.MinTimeoutMilliseconds ? [new(Place.Arguments.Last().Value, what, poll, Usual)] : [];
    }

    private static TimeoutStrategy? Read(IInvocationOperation call, Compilation compilation) => call.TargetMethod.Name switch
    {
        "AddTimeout" when Resilience.IsOfLibrary(call.TargetMethod.ContainingType) => Strategy(call, compilation),
        "Timeout" or "TimeoutAsync" when Resilience.IsOfLibrary(call.TargetMethod.ContainingType) => Policy(call),
        _ => null,
    };

    private static TimeoutStrategy? Strategy(IInvocationOperation call, Compilation compilation)
    {
        if (call.Arguments.LastOrDefault() is not { Value: var given })
            return null;
        if (given.Type?.Name == "TimeSpan")
            return new(call, given, IsPessimistic: false);
        if (Origin.Of(given, compilation) is not IObjectCreationOperation options)
            return null;
        var settings = StrategySettings.Of(options, given, compilation).ToList();
        // A generator says how long at each execution.
        if (settings.Exists(static setting => setting.Name == "TimeoutGenerator"))
            return null;
        return new(call, settings.LastOrDefault(static setting => setting.Name == "Timeout").Value ?? call, IsPessimistic: false);
    }

    // Of functions that say how long, nothing is known.
    private static TimeoutStrategy? Policy(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type is { Name: "TimeSpan" } or { SpecialType: SpecialType.System_Int32 }) is { } limit
            ? new(call, limit.Value, call.Arguments.Any(static argument => argument.Value is IFieldReferenceOperation { Field.Name: "Pessimistic" }))
            : null;
}
