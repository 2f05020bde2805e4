using ClientGen.Polling;

namespace ClientGen.Streams;

/// <summary>A stream of events over connections that come and go.</summary>
internal sealed class EventSource<T, TItem>(
    EventFeed<T> feed, bool resume, Func<SseEvent<T>, TItem> select, CancellationToken cancellationToken) : IAsyncEnumerable<TItem>, IOpenable<TItem>
{
    public IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellation = default) => RunAsync(null, cancellation);

    public IAsyncEnumerable<TItem> WhenOpen(Action opened) => new Watched(this, opened);

    private async IAsyncEnumerator<TItem> RunAsync(Action? opened, CancellationToken cancellation)
    {
        using var caller = new CallerTokens(cancellationToken, cancellation);
        var line = new EventLine(feed.Pipeline.Core);
        while (!line.IsOver)
        {
            await line.PauseAsync(caller).ConfigureAwait(false);
            var connection = await ConnectAsync(line, caller).ConfigureAwait(false);
            if (connection is null)
                continue;
            await using (connection.ConfigureAwait(false))
            {
                opened?.Invoke();
                while (await NextAsync(connection, line, caller).ConfigureAwait(false))
                {
                    var item = connection.Current;
                    line.Received(item.EventId);
                    yield return select(new(line.LastEventId, item.EventType, connection.Data(item)));
                }
            }
        }
    }

    /// <summary>A new connection; <c>null</c> when there is none for now, or ever.</summary>
    private async Task<EventConnection<T>?> ConnectAsync(EventLine line, CallerTokens caller)
    {
        try
        {
            var connection = await feed.OpenAsync(line.LastEventId, caller).ConfigureAwait(false);
            if (connection is null)
                line.IsOver = true;
            else
                line.WasOpen = true;
            return connection;
        }
        catch (ClientGenException e) when (resume && line.WasOpen && Failures.MayPass(e))
        {
            line.Broke(e.Operation, e);
            return null;
        }
    }

    /// <summary>Goes to the next event; <c>false</c> when the connection has ended.</summary>
    private async ValueTask<bool> NextAsync(EventConnection<T> connection, EventLine line, CallerTokens caller)
    {
        try
        {
            if (await connection.MoveNextAsync(caller).ConfigureAwait(false))
                return true;
            if (resume)
                line.Broke(connection.Operation, null, connection.ReconnectionInterval);
            else
                line.IsOver = true;
            return false;
        }
        catch (TransportException e) when (resume)
        {
            line.Broke(connection.Operation, e, connection.ReconnectionInterval);
            return false;
        }
    }

    private sealed class Watched(EventSource<T, TItem> source, Action opened) : IAsyncEnumerable<TItem>
    {
        public IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellation = default) => source.RunAsync(opened, cancellation);
    }
}

/// <summary>A stream that can tell when its connection is open.</summary>
internal interface IOpenable<out TItem>
{
    /// <summary>The same stream, which calls back each time a connection has been opened.</summary>
    IAsyncEnumerable<TItem> WhenOpen(Action opened);
}
