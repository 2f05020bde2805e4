using System.Buffers;
using System.Runtime.InteropServices;

namespace System.IO;

/// <summary>Reading and writing memory, for streams that know arrays only.</summary>
internal static class Streams
{
    /// <summary>Reads. Streams of this framework do not look at the token while they wait: the reading is left alone then, and closed.</summary>
    public static async ValueTask<int> ReadAsync(this Stream stream, Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // Not the caller's memory: a reading that was left alone may still write.
        var bytes = ArrayPool<byte>.Shared.Rent(buffer.Length);
        using (cancellationToken.Register(static stream => ((Stream)stream!).Dispose(), stream))
        {
            var read = await stream.ReadAsync(bytes, 0, buffer.Length, cancellationToken).OrLeaveAsync(cancellationToken).ConfigureAwait(false);
            bytes.AsSpan(0, read).CopyTo(buffer.Span);
            ArrayPool<byte>.Shared.Return(bytes);
            return read;
        }
    }

    public static async ValueTask WriteAsync(this Stream stream, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        var array = MemoryMarshal.TryGetArray(bytes, out var segment) ? segment : new(bytes.ToArray());
        await stream.WriteAsync(array.Array!, array.Offset, array.Count, cancellationToken).ConfigureAwait(false);
    }

    public static ValueTask DisposeAsync(this Stream stream)
    {
        stream.Dispose();
        return default;
    }
}
