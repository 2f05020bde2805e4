using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace ClientGen.Streams;

/// <summary>A stream that is read ahead, so that no event is lost between sending a command and waiting for its answer. For one reader.</summary>
/// <typeparam name="T">The events.</typeparam>
public sealed class EventSubscription<T> : IAsyncDisposable
{
    // A reader that never comes must not fill the memory; the stream itself waits then.
    private const int MostWaiting = 10_000;

    private readonly Channel<T> _events = Channel.CreateBounded<T>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _end;
    private readonly Task _pump;

    private EventSubscription(IAsyncEnumerable<T> events, CancellationToken cancellationToken)
    {
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _pump = PumpAsync(events);
    }

    /// <summary>Starts reading a stream.</summary>
    /// <param name="events">The stream, such as a generated client's.</param>
    /// <param name="cancellationToken">Ends the subscription.</param>
    /// <returns>The subscription. A generated event stream is connected by then; of other streams it is not known.</returns>
    /// <exception cref="ClientGenException">The stream could not be opened.</exception>
    public static async Task<EventSubscription<T>> OpenAsync(IAsyncEnumerable<T> events, CancellationToken cancellationToken)
    {
        var subscription = new EventSubscription<T>(events, cancellationToken);
        try
        {
            if (events is IOpenable<T>)
                await subscription._open.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            return subscription;
        }
        catch
        {
            await subscription.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits for the next event.</summary>
    /// <param name="cancellationToken">Ends the waiting; the event stays for the next one who waits.</param>
    /// <returns>The event.</returns>
    /// <exception cref="StreamEndedException">The stream has ended.</exception>
    /// <exception cref="ClientGenException">The stream failed; what failed is the exception.</exception>
    public async ValueTask<T> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _events.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException e)
        {
            if (e.InnerException is { } failure)
                ExceptionDispatchInfo.Throw(failure);
            throw new StreamEndedException("", 0, null);
        }
    }

    /// <summary>Waits for the next event that fits; those before it are dropped.</summary>
    /// <param name="fits">Whether an event is the one.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The event.</returns>
    /// <exception cref="StreamEndedException">The stream has ended.</exception>
    /// <exception cref="ClientGenException">The stream failed; what failed is the exception.</exception>
    public async ValueTask<T> NextAsync(Func<T, bool> fits, CancellationToken cancellationToken)
    {
        while (true)
        {
            var item = await NextAsync(cancellationToken).ConfigureAwait(false);
            if (fits(item))
                return item;
        }
    }

    /// <summary>Ends the subscription and its connection.</summary>
    /// <returns>A task that ends when the connection is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _pump.ConfigureAwait(false);
        _end.Dispose();
    }

    private async Task PumpAsync(IAsyncEnumerable<T> events)
    {
        try
        {
            if (events is IOpenable<T> openable)
                events = openable.WhenOpen(() => _open.TrySetResult());
            await foreach (var item in events.WithCancellation(_end.Token).ConfigureAwait(false))
                await _events.Writer.WriteAsync(item, _end.Token).ConfigureAwait(false);
            _events.Writer.TryComplete();
            _open.TrySetResult();
        }
        catch (Exception e)
        {
            // Whoever waits next gets it: it is their failure to know, not the pump's.
            _events.Writer.TryComplete(e);
            if (_open.TrySetException(e))
                _ = _open.Task.Exception;
        }
    }
}
