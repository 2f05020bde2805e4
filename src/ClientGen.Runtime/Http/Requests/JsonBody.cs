using System.Net;
using ClientGen.Json;

namespace ClientGen.Http;

/// <summary>The JSON body of a request, in a buffer that the next request uses again.</summary>
internal sealed class JsonBody
{
    private const int Idle = 0;
    private const int Closed = -1;

    private readonly PooledJson _json = new();

    // Tells the contents of this call from those of earlier ones.
    private int _call;

    // How many senders read the buffer just now.
    private int _readers = Closed;

    public void Fill<T>(JsonCodec<T> codec, T value)
    {
        _json.Write(codec, value);
        _call++;
        Volatile.Write(ref _readers, Idle);
    }

    public HttpContent ToContent(string contentType)
    {
        var content = new Content(this, _call, _json.Length);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }

    /// <summary>Ends the call.</summary>
    /// <returns>Whether the buffer may be used again. A cancelled sending may still be reading it: then it is left to the garbage collector.</returns>
    public bool TryClose()
    {
        if (Interlocked.CompareExchange(ref _readers, Closed, Idle) != Idle)
            return false;
        _json.Clear();
        return true;
    }

    private ReadOnlyMemory<byte> Open(int call)
    {
        var readers = Volatile.Read(ref _readers);
        while (readers != Closed)
        {
            var seen = Interlocked.CompareExchange(ref _readers, readers + 1, readers);
            if (seen == readers)
            {
                if (_call == call)
                    return _json.Memory;
                Interlocked.Decrement(ref _readers);
                break;
            }

            readers = seen;
        }

        throw new InvalidOperationException("The call is over and its request body is used by another one. Read it inside the handler.");
    }

    private sealed class Content(JsonBody body, int call, int length) : HttpContent
    {
#if NET
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            SendAsync(stream, cancellationToken);

        protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            var bytes = body.Open(call);
            try
            {
                stream.Write(bytes.Span);
            }
            finally
            {
                Interlocked.Decrement(ref body._readers);
            }
        }
#endif

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SendAsync(stream, CancellationToken.None);

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }

        private Task SendAsync(Stream stream, CancellationToken cancellationToken)
        {
            var bytes = body.Open(call);
            var writing = stream.WriteAsync(bytes, cancellationToken);
            if (!writing.IsCompletedSuccessfully)
                return EndAsync(writing);
            Interlocked.Decrement(ref body._readers);
            return Task.CompletedTask;
        }

        private async Task EndAsync(ValueTask writing)
        {
            try
            {
                await writing.ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Decrement(ref body._readers);
            }
        }
    }
}
