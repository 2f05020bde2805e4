using System.Net;

namespace Benchmarks.Transport;

/// <summary>A server in memory: takes every request whole and gives a fresh answer with the same body each time.</summary>
internal sealed class CannedServer(byte[] answer, string contentType) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A request body that nobody reads would cost its sender nothing.
        if (request.Content is { } body)
            await body.CopyToAsync(Stream.Null, cancellationToken);
        // Bytes in memory suit readers of streams and of buffers alike.
        var content = new ByteArrayContent(answer);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return new(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
