using System.Text;
using ClientGen.Http;
using ClientGen.Json;

namespace ClientGen.Streams;

/// <summary>Where a stream's connections come from.</summary>
internal sealed record EventFeed<T>(ApiPipeline Pipeline, Func<ApiRequest> Request, JsonCodec<T> Codec, ErrorRule[] Errors)
{
    /// <summary>Opens a connection; <c>null</c> when the server says that there will be no more events.</summary>
    public async Task<EventConnection<T>?> OpenAsync(string? lastEventId, CallerTokens caller)
    {
        var request = Request();
        var operation = request.Operation;
        // A field value outside ASCII cannot be sent; without it the server starts over, and nothing is lost.
        if (!string.IsNullOrEmpty(lastEventId) && Ascii.IsValid(lastEventId))
            request.Header("Last-Event-ID", lastEventId);
        try
        {
            var response = await Pipeline.OpenStreamAsync(request, Errors, caller.Token).ConfigureAwait(false);
            if (response is null)
                return null;
            return await EventConnection<T>.StartAsync(Pipeline.Core, operation, response, Codec, caller).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            throw caller.Cancelled(e);
        }
    }
}
