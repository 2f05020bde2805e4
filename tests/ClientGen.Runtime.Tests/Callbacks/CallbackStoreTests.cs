using ClientGen.Callbacks;
using ClientGen.Testing;
using Microsoft.Extensions.Caching.Distributed;

namespace ClientGen.Tests.Callbacks;

/// <summary>What every store promises, and what each does beyond.</summary>
public class CallbackStoreTests
{
    private readonly FakeClock _clock = new();

    public enum Kind
    {
        Memory,
        Distributed,
    }

    [Theory]
    [InlineData(Kind.Memory)]
    [InlineData(Kind.Distributed)]
    public async Task New_begun_done_and_forgotten(Kind kind)
    {
        var store = Store(kind);
        Assert.Equal(CallbackState.New, await store.TryBeginAsync("a", default));
        Assert.Equal(CallbackState.Begun, await store.TryBeginAsync("a", default));
        await store.CompleteAsync("a", default);
        Assert.Equal(CallbackState.Done, await store.TryBeginAsync("a", default));
        _clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(CallbackState.Done, await store.TryBeginAsync("a", default));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(CallbackState.New, await store.TryBeginAsync("a", default));
    }

    [Theory]
    [InlineData(Kind.Memory)]
    [InlineData(Kind.Distributed)]
    public async Task An_abandoned_one_is_new_and_so_is_one_whose_receiver_died(Kind kind)
    {
        var store = Store(kind);
        await store.TryBeginAsync("a", default);
        await store.AbandonAsync("a", default);
        Assert.Equal(CallbackState.New, await store.TryBeginAsync("a", default));
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(CallbackState.New, await store.TryBeginAsync("a", default));
    }

    [Fact]
    public async Task Memory_is_bounded_and_forgets_the_oldest_first()
    {
        var store = new MemoryCallbackStore(new() { Capacity = 3, TimeProvider = _clock });
        foreach (var key in (string[])["a", "b", "c", "d", "e"])
        {
            await store.TryBeginAsync(key, default);
            await store.CompleteAsync(key, default);
        }

        Assert.Equal(CallbackState.Done, await store.TryBeginAsync("e", default));
        Assert.Equal(CallbackState.New, await store.TryBeginAsync("a", default));
    }

    [Fact]
    public async Task Of_many_at_once_exactly_one_begins()
    {
        var store = Store(Kind.Memory);
        var states = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(async () => await store.TryBeginAsync("a", default))));
        Assert.Single(states, CallbackState.New);
    }

    [Fact]
    public void Options_are_checked()
    {
        Assert.Equal("Capacity", Assert.Throws<ArgumentException>(() => new MemoryCallbackStore(new() { Capacity = 0 })).ParamName);
        Assert.Equal("RememberFor", Assert.Throws<ArgumentException>(() => new MemoryCallbackStore(new() { RememberFor = TimeSpan.Zero })).ParamName);
        Assert.Equal("ReceiveWithin", Assert.Throws<ArgumentException>(() => new DistributedCallbackStore(new Cache(_clock), new() { ReceiveWithin = TimeSpan.Zero })).ParamName);
    }

    private ICallbackStore Store(Kind kind) => kind == Kind.Memory ? new MemoryCallbackStore(new() { TimeProvider = _clock }) : new DistributedCallbackStore(new Cache(_clock));

    private sealed class Cache(FakeClock clock) : IDistributedCache
    {
        private readonly Dictionary<string, (byte[] Value, DateTimeOffset End)> _entries = [];

        public byte[]? Get(string key) => _entries.TryGetValue(key, out var entry) && entry.End > clock.GetUtcNow() ? entry.Value : null;

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Get(key));

        public void Refresh(string key) => throw new NotSupportedException();

        public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

        public void Remove(string key) => _entries.Remove(key);

        public Task RemoveAsync(string key, CancellationToken token = default)
        {
            Remove(key);
            return Task.CompletedTask;
        }

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
        {
            Assert.StartsWith("clientgen:callback:", key, StringComparison.Ordinal);
            _entries[key] = (value, clock.GetUtcNow() + options.AbsoluteExpirationRelativeToNow!.Value);
        }

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            Set(key, value, options);
            return Task.CompletedTask;
        }
    }
}
