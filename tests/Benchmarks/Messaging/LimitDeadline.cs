namespace Benchmarks.Messaging;

/// <summary>A deadline on a used source of cancellation; making one with its timer costs more than the rest of a call.</summary>
internal readonly struct LimitDeadline
{
    private static CancellationTokenSource? _kept;

    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _caller;

    private LimitDeadline(CancellationTokenSource source, CancellationToken caller)
    {
        _source = source;
        _caller = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
    }

    public CancellationToken Token => _source.Token;

    public static LimitDeadline Start(TimeSpan limit, CancellationToken caller)
    {
        var source = Interlocked.Exchange(ref _kept, null) ?? new();
        source.CancelAfter(limit);
        return new(source, caller);
    }

    public void Stop()
    {
        _caller.Dispose();
        if (_source.TryReset())
            _kept = _source;
        else
            _source.Dispose();
    }
}
