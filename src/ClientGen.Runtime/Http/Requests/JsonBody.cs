using System.Net;
using ClientGen.Json;

namespace ClientGen.Http;

/// <summary>JSON in a pooled buffer.</summary>
internal sealed class JsonBody(PooledJson json, string contentType) : RequestBody
{
    private const int Idle = 0;
    private const int Closed = -1;

    // How many senders read the buffer just now; Closed when it belongs to the pool again.
    private int _readers;

    public override HttpContent ToContent() => Typed(new Content(this, json.Memory.Length), contentType);

    public override void Release()
    {
        // A cancelled sending may still be reading: then the buffer is left to the garbage collector instead of the pool,
        // where another call would write over it.
        if (Interlocked.CompareExchange(ref _readers, Closed, Idle) == Idle)
            json.Dispose();
    }

    private ReadOnlyMemory<byte> Open()
    {
        var readers = Volatile.Read(ref _readers);
        while (readers != Closed)
        {
            var seen = Interlocked.CompareExchange(ref _readers, readers + 1, readers);
            if (seen == readers)
                return json.Memory;
            readers = seen;
        }

        throw new ObjectDisposedException(nameof(HttpContent), "The call is over and its request body went back to the pool. Read it inside the handler.");
    }

    private sealed class Content(JsonBody body, int length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            var bytes = body.Open();
            try
            {
                await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Decrement(ref body._readers);
            }
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            var bytes = body.Open();
            try
            {
                stream.Write(bytes.Span);
            }
            finally
            {
                Interlocked.Decrement(ref body._readers);
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
