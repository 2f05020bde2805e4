namespace ClientGen.Tests.Stubs;

/// <summary>A stream that is only read.</summary>
internal abstract class ReadStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count), default).AsTask().GetAwaiter().GetResult();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public abstract override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Spaces without end, or nothing without end.</summary>
internal sealed class EndlessStream(long? announced = null, bool hangs = false) : ReadStream
{
    public long BytesRead { get; private set; }

    public override bool CanSeek => announced is not null;

    public override long Length => announced ?? throw new NotSupportedException();

    public override long Position { get => 0; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (hangs)
            await Task.Delay(Timeout.Infinite, cancellationToken);
        buffer.Span.Fill((byte)' ');
        BytesRead += buffer.Length;
        return buffer.Length;
    }
}

/// <summary>Some bytes, and then the connection is gone.</summary>
internal sealed class BrokenStream(byte[] bytes) : ReadStream
{
    private bool _isRead;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isRead)
            return ValueTask.FromException<int>(new IOException("Connection reset"));
        _isRead = true;
        bytes.CopyTo(buffer);
        return new(bytes.Length);
    }
}

/// <summary>Bytes that come one at a time, and then nothing more or the end.</summary>
internal sealed class TrickleStream(byte[] bytes, bool staysOpen = false, int chunk = 1) : ReadStream
{
    private int _position;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        if (_position == bytes.Length && staysOpen)
            await Task.Delay(Timeout.Infinite, cancellationToken);
        var count = Math.Min(Math.Min(chunk, buffer.Length), bytes.Length - _position);
        bytes.AsMemory(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
