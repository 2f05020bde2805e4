using System.ComponentModel;
using ClientGen.Http;
using ClientGen.Json;

namespace ClientGen.Streams;

/// <summary>Opens event streams (<c>text/event-stream</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EventStream
{
    /// <summary>Opens a stream whose events are JSON (or plain text, for the string codec) and hands on their data.</summary>
    /// <typeparam name="T">What the data is.</typeparam>
    /// <param name="pipeline">The client's pipeline.</param>
    /// <param name="request">Makes the request, once for each connection.</param>
    /// <param name="codec">Reads the data.</param>
    /// <param name="resume">Whether to connect again when the stream ends or breaks, with the id of the last event. When
    /// <c>false</c>, the end of the answer is the end of the stream.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <param name="errors">Documented errors; <c>null</c> for none.</param>
    /// <param name="heard">Hears of each event just before it is handed on; <c>null</c> for nobody.</param>
    /// <returns>The data of the events. Each enumeration opens a stream of its own.</returns>
    /// <exception cref="ApiException">The server refused the stream.</exception>
    /// <exception cref="MalformedAnswerException">An event cannot be read.</exception>
    /// <exception cref="AnswerTooLargeException">An event is larger than <see cref="StreamOptions.MaxEventBytes"/>.</exception>
    /// <exception cref="TransportException">The first connection failed, or any when the stream does not resume.</exception>
    /// <exception cref="StreamEndedException">More attempts in a row to connect again failed than the options allow.</exception>
    /// <exception cref="OperationCanceledException">The caller's token ended the stream.</exception>
    public static IAsyncEnumerable<T> RunAsync<T>(
        ApiPipeline pipeline,
        Func<ApiRequest> request,
        JsonCodec<T> codec,
        bool resume,
        CancellationToken cancellationToken,
        ErrorRule[]? errors = null,
        Action<T>? heard = null)
    {
        return new EventSource<T, T>(new(pipeline, request, codec, errors ?? []), resume, heard is null ? static item => item.Data : Tell, cancellationToken);

        T Tell(SseEvent<T> item)
        {
            heard(item.Data);
            return item.Data;
        }
    }

    /// <summary>As <see cref="RunAsync"/>, but hands the events on with their ids and types.</summary>
    /// <typeparam name="T">What the data is.</typeparam>
    /// <param name="pipeline">The client's pipeline.</param>
    /// <param name="request">Makes the request, once for each connection.</param>
    /// <param name="codec">Reads the data.</param>
    /// <param name="resume">Whether to connect again.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <param name="errors">Documented errors; <c>null</c> for none.</param>
    /// <returns>The events. Each enumeration opens a stream of its own.</returns>
    public static IAsyncEnumerable<SseEvent<T>> RunEventsAsync<T>(
        ApiPipeline pipeline,
        Func<ApiRequest> request,
        JsonCodec<T> codec,
        bool resume,
        CancellationToken cancellationToken,
        ErrorRule[]? errors = null) =>
        new EventSource<T, SseEvent<T>>(new(pipeline, request, codec, errors ?? []), resume, static item => item, cancellationToken);
}
