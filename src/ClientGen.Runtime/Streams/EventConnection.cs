using System.Net.ServerSentEvents;
using ClientGen.Http;
using ClientGen.Json;

namespace ClientGen.Streams;

/// <summary>One open connection of a stream.</summary>
internal sealed class EventConnection<T> : IAsyncDisposable
{
    private readonly OperationInfo _operation;
    private readonly HttpResponseMessage _response;
    private readonly GuardedStream _stream;
    private readonly SseParser<EventData<T>> _parser;
    private readonly IAsyncEnumerator<SseItem<EventData<T>>> _events;

    private EventConnection(
        PipelineCore core, OperationInfo operation, HttpResponseMessage response, Stream content, JsonCodec<T> codec, CallerTokens caller)
    {
        _operation = operation;
        _response = response;
        _stream = new(content, core.Streams, core.Clock, operation.Id, (int)response.StatusCode);
        var keptBytes = core.KeptAnswerBytes;
        _parser = SseParser.Create(_stream, (_, data) =>
        {
            _stream.EventEnded();
            return EventData<T>.Read(codec, data, keptBytes);
        });
        _events = _parser.EnumerateAsync(caller.Token).GetAsyncEnumerator(caller.Token);
    }

    public string Operation => _operation.Id;

    public SseItem<EventData<T>> Current => _events.Current;

    /// <summary>The pause that the server asks for before a reconnect; negative when it has not.</summary>
    public TimeSpan ReconnectionInterval => _parser.ReconnectionInterval;

    public static async Task<EventConnection<T>> StartAsync(
        PipelineCore core, OperationInfo operation, HttpResponseMessage response, JsonCodec<T> codec, CallerTokens caller)
    {
        try
        {
            return new(core, operation, response, await response.Content.ReadAsStreamAsync(caller.Token).ConfigureAwait(false), codec, caller);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <exception cref="TransportException">The connection broke, or was silent for too long.</exception>
    public async ValueTask<bool> MoveNextAsync(CallerTokens caller)
    {
        try
        {
            return await _events.MoveNextAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (caller.Token.IsCancellationRequested)
        {
            throw caller.Cancelled(e);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            throw new TransportException(Operation, e);
        }
    }

    /// <exception cref="MalformedAnswerException">It cannot be read.</exception>
    public T Data(SseItem<EventData<T>> item) => item.Data.Error is { } error
        ? throw new MalformedAnswerException(Operation, (int)_response.StatusCode, item.Data.Place.Position, item.Data.Place.Path, error)
        {
            Headers = new(_response),
            RawBody = item.Data.Raw,
            IsTruncated = item.Data.IsTruncated,
        }
        : item.Data.Value;

    public async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
        _response.Dispose();
    }
}
