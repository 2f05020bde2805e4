using Microsoft.Extensions.Caching.Distributed;

namespace ClientGen.Callbacks;

/// <summary>Remembers callbacks in a cache that several machines share.</summary>
/// <remarks>Such caches cannot test and set in one step, so two machines that get the same callback in the same moment may both receive it.</remarks>
public sealed class DistributedCallbackStore : ICallbackStore
{
    private static readonly byte[] BegunMark = [0];
    private static readonly byte[] DoneMark = [1];

    private readonly IDistributedCache _cache;
    private readonly string _prefix;
    private readonly CallbackStoreOptions _options;

    /// <summary>Makes the store.</summary>
    /// <param name="cache">The cache.</param>
    /// <param name="options"><c>null</c> for the defaults. The cache has a clock of its own, and its own capacity.</param>
    /// <param name="prefix">What keys in the cache begin with.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public DistributedCallbackStore(IDistributedCache cache, CallbackStoreOptions? options = null, string prefix = "clientgen:callback:")
    {
        ArgumentNullException.ThrowIfNull(cache);
        _cache = cache;
        _prefix = prefix;
        _options = options ?? new();
        _options.Validate();
    }

    /// <inheritdoc/>
    public async ValueTask<CallbackState> TryBeginAsync(string key, CancellationToken cancellationToken)
    {
        var mark = await _cache.GetAsync(_prefix + key, cancellationToken).ConfigureAwait(false);
        if (mark is not null)
            return mark.AsSpan().SequenceEqual(DoneMark) ? CallbackState.Done : CallbackState.Begun;
        await SetAsync(key, BegunMark, _options.ReceiveWithin, cancellationToken).ConfigureAwait(false);
        return CallbackState.New;
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string key, CancellationToken cancellationToken) =>
        new(SetAsync(key, DoneMark, _options.RememberFor, cancellationToken));

    /// <inheritdoc/>
    public ValueTask AbandonAsync(string key, CancellationToken cancellationToken) => new(_cache.RemoveAsync(_prefix + key, cancellationToken));

    private Task SetAsync(string key, byte[] mark, TimeSpan life, CancellationToken cancellationToken) =>
        _cache.SetAsync(_prefix + key, mark, new() { AbsoluteExpirationRelativeToNow = life }, cancellationToken);
}
