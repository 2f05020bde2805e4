namespace ClientGen.Callbacks;

/// <summary>Remembers callbacks in memory: for one machine, until it restarts.</summary>
public sealed class MemoryCallbackStore : ICallbackStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, DateTimeOffset End)> _order = new();
    private readonly CallbackStoreOptions _options;

    /// <summary>Makes the store.</summary>
    /// <param name="options"><c>null</c> for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public MemoryCallbackStore(CallbackStoreOptions? options = null)
    {
        _options = options ?? new();
        _options.Validate();
    }

    /// <inheritdoc/>
    public ValueTask<CallbackState> TryBeginAsync(string key, CancellationToken cancellationToken)
    {
        var now = _options.TimeProvider.GetUtcNow();
        lock (_gate)
        {
            Forget(now);
            if (_entries.TryGetValue(key, out var entry) && entry.End > now)
                return new(entry.IsDone ? CallbackState.Done : CallbackState.Begun);
            Remember(key, new(false, now + _options.ReceiveWithin));
            return new(CallbackState.New);
        }
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string key, CancellationToken cancellationToken)
    {
        lock (_gate)
            Remember(key, new(true, _options.TimeProvider.GetUtcNow() + _options.RememberFor));
        return default;
    }

    /// <inheritdoc/>
    public ValueTask AbandonAsync(string key, CancellationToken cancellationToken)
    {
        lock (_gate)
            _entries.Remove(key);
        return default;
    }

    private void Remember(string key, Entry entry)
    {
        _entries[key] = entry;
        _order.Enqueue((key, entry.End));
    }

    private void Forget(DateTimeOffset now)
    {
        while (_order.TryPeek(out var oldest) && (oldest.End <= now || _order.Count > _options.Capacity))
        {
            _order.Dequeue();
            // An entry that was written again since stands further back in the queue.
            if (_entries.TryGetValue(oldest.Key, out var entry) && entry.End == oldest.End)
                _entries.Remove(oldest.Key);
        }
    }

    private readonly record struct Entry(bool IsDone, DateTimeOffset End);
}
