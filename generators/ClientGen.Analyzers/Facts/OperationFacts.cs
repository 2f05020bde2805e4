using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Facts;

/// <summary>What the contract says about an operation.</summary>
/// <param name="Id">The contract's operationId.</param>
/// <param name="Method">The member of the client, or of its interface.</param>
internal sealed record OperationFacts(string Id, IMethodSymbol Method)
{
    /// <summary>The long poll that it is; null when it is none.</summary>
    public PollFacts? Poll { get; private init; }

    /// <summary>How often a failure may be repeated; null when the contract does not say.</summary>
    public RetryFacts? Retry { get; private init; }

    /// <summary>What to do when credentials are stale; null when the contract does not say.</summary>
    public RenewalFacts? Renewal { get; private init; }

    /// <summary>What its answer must say to be a success, beside the HTTP status.</summary>
    public IReadOnlyList<SuccessFact> Success { get; private init; } = [];

    /// <summary>Obligations that begin with it.</summary>
    public IReadOnlyList<string> Starts { get; private init; } = [];

    /// <summary>Obligations that end with it.</summary>
    public IReadOnlyList<string> Ends { get; private init; } = [];

    /// <summary>Moves of state machines.</summary>
    public IReadOnlyList<MoveFact> Moves { get; private init; } = [];

    /// <summary>Whether sending it again may do its work twice.</summary>
    public bool NotRetryable { get; private init; }

    /// <summary>Whether sending it again does no harm: it has no effect, or leaves the state that it has led to as it is.</summary>
    public bool IsHarmlessAgain => !NotRetryable || (Moves.Count > 0 && Moves.All(static move => move.To is { } to && move.From.Contains(to)));

    /// <summary>How long its token lives, in seconds; null when the contract does not say or it hands out none.</summary>
    public int? TokenLifetimeSeconds { get; private init; }

    /// <summary>Whether it returns every documented answer as a value instead of throwing.</summary>
    public bool IsOutcome { get; private init; }

    /// <summary>The type that a success carries; null when it carries nothing.</summary>
    public ITypeSymbol? AnswerType { get; private init; }

    /// <summary>Reads an operation; null for other methods.</summary>
    public static OperationFacts? Read(IMethodSymbol method)
    {
        if (ProtocolAttributes.Find(method, "ProtocolOperation") is not { } operation)
            return null;
        var result = Awaited(method.ReturnType);
        var isOutcome = Outcomes.Is(result);
        return new OperationFacts(ProtocolAttributes.Text(operation, 0), method)
        {
            Poll = ProtocolAttributes.Find(method, "Poll") is { } poll
                ? new PollFacts(ProtocolAttributes.Named<int>(poll, "MinTimeoutMs"), ProtocolAttributes.Named<bool>(poll, "Single"))
                : null,
            Retry = ProtocolAttributes.Find(method, "RetryBound") is { } retry && ProtocolAttributes.Value(retry, 0) is int limit
                ? new RetryFacts(limit, ProtocolAttributes.Named<int>(retry, "AfterMs"))
                : null,
            Renewal = ProtocolAttributes.Find(method, "RenewOn") is { } renewal
                ? new RenewalFacts(ProtocolAttributes.List<int>(renewal, 0), ProtocolAttributes.List<string>(renewal, 1))
                : null,
            Success = [.. ProtocolAttributes.All(method, "SuccessWhen").Concat(OnAnswer(isOutcome ? Outcomes.AnswerType(result!) : result)).Select(SuccessFact.Read).Distinct()],
            Starts = Names(method, "StartsObligation"),
            Ends = Names(method, "EndsObligation"),
            Moves = [.. ProtocolAttributes.All(method, "LifecycleMove").Select(MoveFact.Read)],
            NotRetryable = ProtocolAttributes.Has(method, "NotRetryable"),
            TokenLifetimeSeconds = ProtocolAttributes.Find(method, "TokenLifetime") is { } token ? ProtocolAttributes.Value(token, 0) as int? : null,
            IsOutcome = isOutcome,
            AnswerType = isOutcome ? Outcomes.AnswerType(result!) : result,
        };
    }

    /// <summary>What awaiting a task gives; null for nothing.</summary>
    public static ITypeSymbol? Awaited(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask" } task
        ? task.TypeArguments.Length == 1 ? task.TypeArguments[0] : null
        : type.SpecialType == SpecialType.System_Void ? null : type;

    private static IEnumerable<AttributeData> OnAnswer(ITypeSymbol? type) => type is null ? [] : ProtocolAttributes.All(type, "SuccessWhen");

    private static IReadOnlyList<string> Names(ISymbol method, string attribute) =>
        [.. ProtocolAttributes.All(method, attribute).Select(static found => ProtocolAttributes.Text(found, 0))];
}

/// <summary>A long poll.</summary>
/// <param name="MinTimeoutMilliseconds">The shortest wait that a client may choose; 0 when the contract names none.</param>
/// <param name="Single">Whether only one may be under way.</param>
internal sealed record PollFacts(int MinTimeoutMilliseconds, bool Single);

/// <summary>How often a failure may be repeated.</summary>
/// <param name="Limit">Retries after the first failure.</param>
/// <param name="AfterMilliseconds">The pause before a retry; 0 when the contract names none.</param>
internal sealed record RetryFacts(int Limit, int AfterMilliseconds);

/// <summary>What to do when credentials are stale.</summary>
/// <param name="Statuses">HTTP statuses that say so.</param>
/// <param name="Operations">The operations that renew them, in order.</param>
internal sealed record RenewalFacts(IReadOnlyList<int> Statuses, IReadOnlyList<string> Operations);

/// <summary>A member of an answer and the value that means success.</summary>
/// <param name="Member">The C# member, or a path of members with dots.</param>
/// <param name="Value">The value as the contract writes it.</param>
/// <param name="EnumMember">The enum member that stands for it; null when the member is no enum.</param>
internal sealed record SuccessFact(string Member, object? Value, string? EnumMember)
{
    /// <summary>Reads the attribute.</summary>
    public static SuccessFact Read(AttributeData attribute) => new(
        ProtocolAttributes.Text(attribute, 0), ProtocolAttributes.Value(attribute, 1), ProtocolAttributes.Named<string>(attribute, "EnumMember"));
}

/// <summary>A move of a state machine.</summary>
/// <param name="Machine">The machine's id in the contract.</param>
/// <param name="From">States it is allowed in; empty for any.</param>
/// <param name="To">The state that follows; null when something else decides.</param>
internal sealed record MoveFact(string Machine, IReadOnlyList<string> From, string? To)
{
    /// <summary>Reads the attribute.</summary>
    public static MoveFact Read(AttributeData attribute) => new(
        ProtocolAttributes.Text(attribute, 0), ProtocolAttributes.List<string>(attribute, 1), ProtocolAttributes.Value(attribute, 2) as string);
}

/// <summary>An event stream.</summary>
/// <param name="Polls">The operationId of the long poll that it repeats; null for a stream that the server sends.</param>
/// <param name="Resumes">Whether it connects again by itself.</param>
/// <param name="EventType">The type of its events.</param>
internal sealed record StreamFacts(string? Polls, bool Resumes, ITypeSymbol EventType)
{
    /// <summary>Reads a method that opens a stream; null for others.</summary>
    public static StreamFacts? Read(IMethodSymbol method) =>
        ProtocolAttributes.Find(method, "EventStream") is { } stream && method.ReturnType is INamedTypeSymbol { TypeArguments: [var type] }
            ? new StreamFacts(ProtocolAttributes.Named<string>(stream, "Polls"), ProtocolAttributes.Named<bool>(stream, "Resumes"), type)
            : null;
}
