namespace ClientGen.Http;

/// <summary>The time that one call has: its token ends with the caller's, or when the time is over.</summary>
/// <remarks>Does not depend on <see cref="HttpClient.Timeout"/>.</remarks>
internal readonly struct Deadline
{
    // Sources of the system clock are used again: making one with its timer costs more than the rest of a call.
    private static readonly Pool<CancellationTokenSource> Pool = new(static () => new());

    private readonly CancellationTokenSource? _source;
    private readonly CancellationTokenRegistration _caller;
    private readonly bool _isPooled;

    private Deadline(TimeSpan limit, CancellationTokenSource? source, bool isPooled, CancellationToken caller)
    {
        Limit = limit;
        _source = source;
        _isPooled = isPooled;
        Caller = caller;
        _caller = source is null ? default : caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
    }

    public TimeSpan Limit { get; }

    public CancellationToken Caller { get; }

    public CancellationToken Token => _source?.Token ?? Caller;

    public static Deadline Start(TimeSpan limit, TimeProvider clock, CancellationToken caller)
    {
        if (limit == Timeout.InfiniteTimeSpan)
            return new(limit, null, false, caller);
        if (clock != TimeProvider.System)
            return new(limit, clock.CreateCancellationTokenSource(limit), false, caller);
        var source = Pool.Rent();
        source.CancelAfter(limit);
        return new(limit, source, true, caller);
    }

    /// <summary>What the end of a call by cancellation means.</summary>
    /// <param name="operation">The operationId.</param>
    /// <param name="error">The cancellation.</param>
    /// <param name="clientTimeout">The <see cref="HttpClient"/>'s own limit.</param>
    public Exception Explain(string operation, OperationCanceledException error, TimeSpan clientTimeout)
    {
        if (Caller.IsCancellationRequested)
            return new OperationCanceledException(error.Message, error, Caller);
        if (_source is { IsCancellationRequested: true })
            return new DeadlineExceededException(operation, Limit, error);
        // HttpClient: "the TaskCanceledException's InnerException is a TimeoutException" when its own Timeout ended the call. Where it has
        // none, somebody behind it gave up, who knows when.
        return error.InnerException is TimeoutException && clientTimeout != Timeout.InfiniteTimeSpan
            ? new DeadlineExceededException(operation, clientTimeout, error)
            : new TransportException(operation, error);
    }

    /// <summary>Ends the waiting.</summary>
    /// <param name="isReusable">Whether nobody keeps the token: whoever goes on reading an answer might, and another call's end must
    /// not reach him.</param>
    public void End(bool isReusable)
    {
        _caller.Dispose();
        if (_source is null)
            return;
        if (isReusable && _isPooled && _source.TryReset())
            Pool.Return(_source);
        else
            _source.Dispose();
    }
}
