using System.Runtime.InteropServices;

namespace System.Net.Http;

/// <summary>Bodies.</summary>
internal static class Contents
{
    /// <summary>Copies a body. This framework does not look at the token while it reads: the reading is left alone then, and closed.</summary>
    public static async Task CopyToAsync(this HttpContent content, Stream target, TransportContext? context, CancellationToken cancellationToken)
    {
        using (cancellationToken.Register(static body => ((HttpContent)body!).Dispose(), content))
            await Counted(content.CopyToAsync(target, context)).OrLeaveAsync(cancellationToken).ConfigureAwait(false);

        static async Task<int> Counted(Task copying)
        {
            await copying.ConfigureAwait(false);
            return 0;
        }
    }

    public static Task<Stream> ReadAsStreamAsync(this HttpContent content, CancellationToken cancellationToken) => content.ReadAsStreamAsync();

    // Of an answer whose headers only have been read, the stream is there at once.
    public static Stream ReadAsStream(this HttpContent content) => content.ReadAsStreamAsync().GetAwaiter().GetResult();
}

/// <summary>A body of bytes.</summary>
internal sealed class ReadOnlyMemoryContent : ByteArrayContent
{
    public ReadOnlyMemoryContent(ReadOnlyMemory<byte> bytes)
        : this(MemoryMarshal.TryGetArray(bytes, out var array) ? array : new(bytes.ToArray()))
    {
    }

    private ReadOnlyMemoryContent(ArraySegment<byte> bytes)
        : base(bytes.Array!, bytes.Offset, bytes.Count)
    {
    }
}
