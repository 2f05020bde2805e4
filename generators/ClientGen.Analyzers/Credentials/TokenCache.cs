using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Credentials;

/// <summary>How long caches keep what they are given.</summary>
internal static class TokenCache
{
    /// <summary>Whether a type is a cache.</summary>
    public static bool IsCache(ITypeSymbol? type) => type?.Name is "IMemoryCache" or "MemoryCache" or "IDistributedCache" or "HybridCache";

    /// <summary>What a call sets into a cache.</summary>
    public static IEnumerable<KeptToken> Set(IInvocationOperation call, Compilation compilation)
    {
        var time = call.Arguments.Select(static argument => argument.Value).FirstOrDefault(static value => value.Type?.Name is "TimeSpan" or "DateTimeOffset" or "MemoryCacheEntryOptions" or "DistributedCacheEntryOptions" or "HybridCacheEntryOptions");
        return time is null ? [new(call, null)] : Times(time, compilation).Select(each => new KeptToken(each.Place, each.Time));
    }

    /// <summary>What a lambda makes for a cache: its entry says for how long.</summary>
    public static IEnumerable<KeptToken> Made(IInvocationOperation call, IAnonymousFunctionOperation lambda, Compilation compilation)
    {
        if (call.Arguments.Select(static argument => argument.Value).FirstOrDefault(static value => value.Type?.Name is "MemoryCacheEntryOptions" or "HybridCacheEntryOptions" && !value.ConstantValue.HasValue) is { } options)
            return Times(options, compilation).Select(static each => new KeptToken(each.Place, each.Time));
        var set = lambda.Body.Descendants().OfType<ISimpleAssignmentOperation>().Where(static assignment => IsTime(assignment.Target)).ToList();
        if (set.Count > 0)
            return set.SelectMany(assignment => Times(assignment.Value, compilation)).Select(static each => new KeptToken(each.Place, each.Time));
        // HybridCache has a default of its own; an entry that is given away may be told anything.
        var isTold = lambda.Body.Descendants().OfType<IInvocationOperation>().Any(static inner => inner.TargetMethod.Name.StartsWith("Set", StringComparison.Ordinal) || inner.TargetMethod.Name.StartsWith("AddExpirationToken", StringComparison.Ordinal));
        return isTold || call.Instance?.Type?.Name == "HybridCache" ? [] : [new(call, null)];
    }

    private static bool IsTime(IOperation target) => target is IPropertyReferenceOperation { Property.Name: "AbsoluteExpirationRelativeToNow" or "AbsoluteExpiration" or "Expiration" };

    private static IEnumerable<(IOperation Place, TimeSpan Time)> Times(IOperation value, Compilation compilation)
    {
        if (ConstantValue.Time(value, compilation) is { } known)
            return [(value, known)];
        return Origin.Of(value, compilation) switch
        {
            IInvocationOperation { TargetMethod: { ContainingType.Name: "DateTimeOffset" or "DateTime", Name: var unit }, Arguments: [{ Value: var number }] } later when Ahead(unit, ConstantValue.Number(number, compilation), ConstantValue.Time(number, compilation)) is { } time => [(value, time)],
            IObjectCreationOperation { Initializer: { } initializer } => initializer.Initializers.OfType<ISimpleAssignmentOperation>().Where(static assignment => IsTime(assignment.Target)).SelectMany(assignment => Times(assignment.Value, compilation)),
            _ => [],
        };
    }

    private static TimeSpan? Ahead(string unit, double? number, TimeSpan? span) => (unit, number) switch
    {
        ("AddSeconds", { } seconds) => TimeSpan.FromSeconds(seconds),
        ("AddMinutes", { } minutes) => TimeSpan.FromMinutes(minutes),
        ("AddHours", { } hours) => TimeSpan.FromHours(hours),
        ("AddDays", { } days) => TimeSpan.FromDays(days),
        ("Add", _) => span,
        _ => null,
    };
}
