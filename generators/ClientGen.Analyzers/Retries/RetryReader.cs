using ClientGen.Analyzers.Flow;
using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Retries;

/// <summary>Reads the calls of a resilience library that add a retry.</summary>
internal static class RetryReader
{
    // Polly.Retry.RetryStrategyOptions: MaxRetryAttempts is 3 unless it is set.
    private const long Usual = 3;

    /// <summary>Whether a call adds a retry.</summary>
    public static bool IsRetry(IInvocationOperation call) => Resilience.IsOfLibrary(call.TargetMethod.ContainingType) && call.TargetMethod.Name is
        "AddRetry" or "Retry" or "RetryAsync" or "RetryForever" or "RetryForeverAsync" or "WaitAndRetry" or "WaitAndRetryAsync" or "WaitAndRetryForever" or "WaitAndRetryForeverAsync";

    /// <summary>The retry that a call adds; null for other calls.</summary>
    public static RetryStrategy? Read(IInvocationOperation call, Compilation compilation)
    {
        if (!IsRetry(call))
            return null;
        return call.TargetMethod.Name == "AddRetry" ? Strategy(call, compilation) : Policy(call, compilation);
    }

    private static RetryStrategy Strategy(IInvocationOperation call, Compilation compilation)
    {
        var unknown = new RetryStrategy(call, null, null);
        if (call.Arguments.LastOrDefault() is not { Value: var given } || Origin.Of(given, compilation) is not IObjectCreationOperation options)
            return unknown;
        var isHttp = options.Type?.Name == "HttpRetryStrategyOptions";
        var strategy = new RetryStrategy(call, Usual, Handles: true);
        foreach (var (name, value) in StrategySettings.Of(options, given, compilation))
        {
            strategy = name switch
            {
                "MaxRetryAttempts" => strategy with { Retries = ConstantValue.Integer(value, compilation) },
                "ShouldHandle" => strategy with { Handles = Condition(value, compilation) },
                "DisableForUnsafeHttpMethods" or "DisableFor" when isHttp => strategy with { Handles = false },
                _ => strategy,
            };
        }

        return strategy;
    }

    /// <summary>Whether the condition of a strategy takes failures that leave open what the server has done; null when that cannot be told.</summary>
    public static bool? Condition(IOperation value, Compilation compilation)
    {
        var condition = Origin.Of(value.Unconverted(), compilation);
        return condition is IInvocationOperation or IObjectCreationOperation ? Clauses(condition, compilation) : new RetryPredicate(compilation).Holds(condition);
    }

    /// <summary>Whether some clause of a builder of conditions takes such failures.</summary>
    private static bool? Clauses(IOperation? builder, Compilation compilation)
    {
        bool? handles = false;
        var predicate = new RetryPredicate(compilation);
        while (builder is not null && Origin.Of(builder, compilation) is IInvocationOperation call)
        {
            var condition = call.Arguments.Select(static argument => argument.Value).FirstOrDefault(static value => value.Type?.TypeKind == TypeKind.Delegate);
            bool? clause = (call.TargetMethod.Name, call.TargetMethod.TypeArguments) switch
            {
                ("HandleTransientHttpError" or "OrTransientHttpError" or "OrTransientHttpStatusCode", _) => true,
                ("Handle" or "Or" or "HandleInner" or "OrInner", [var type]) => predicate.Handles(type, condition),
                ("HandleResult" or "OrResult", _) when Result(call) is { } type => predicate.Handles(type, condition),
                _ => false,
            };
            handles = handles is true || clause is true ? true : handles is null || clause is null ? null : false;
            builder = Registration.Receiver(call);
        }

        // AddTransientHttpErrorPolicy hands a builder over that takes transient errors.
        return builder is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } ? true : handles;
    }

    private static ITypeSymbol? Result(IInvocationOperation call) => call.TargetMethod.TypeArguments.Concat(call.TargetMethod.ContainingType.TypeArguments).FirstOrDefault();

    private static RetryStrategy Policy(IInvocationOperation call, Compilation compilation)
    {
        var handles = Registration.Receiver(call) is { } builder ? Clauses(builder, compilation) : null;
        if (call.TargetMethod.Name.Contains("Forever"))
            return new RetryStrategy(call, RetryStrategy.Endless, handles);
        var count = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "retryCount")?.Value;
        if (count is not null)
            return new RetryStrategy(call, ConstantValue.Integer(count, compilation), handles);
        var pauses = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "sleepDurations")?.Value;
        if (pauses is null)
            return new RetryStrategy(call, 1, handles);
        return Origin.Of(pauses.Unconverted(), compilation) is IArrayCreationOperation { Initializer.ElementValues.Length: var length }
            ? new RetryStrategy(call, length, handles)
            : new RetryStrategy(call, null, handles);
    }
}
