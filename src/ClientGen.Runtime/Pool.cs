namespace ClientGen;

/// <summary>A few objects kept for the next call. Safe to use from many threads.</summary>
internal sealed class Pool<T>(Func<T> create)
    where T : class
{
    private readonly T?[] _kept = new T?[Math.Max(8, Environment.ProcessorCount * 2)];
    private T? _first;

    public T Rent()
    {
        var item = _first;
        if (item is not null && Interlocked.CompareExchange(ref _first, null, item) == item)
            return item;
        var kept = _kept;
        for (var i = 0; i < kept.Length; i++)
        {
            item = kept[i];
            if (item is not null && Interlocked.CompareExchange(ref kept[i], null, item) == item)
                return item;
        }

        return create();
    }

    public void Return(T item)
    {
        if (_first is null && Interlocked.CompareExchange(ref _first, item, null) is null)
            return;
        var kept = _kept;
        for (var i = 0; i < kept.Length; i++)
        {
            if (kept[i] is null && Interlocked.CompareExchange(ref kept[i], item, null) is null)
                return;
        }
    }
}
