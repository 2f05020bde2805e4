using System.Buffers;

namespace ClientGen.Http;

/// <summary>A body being read into a pooled buffer, up to a limit.</summary>
internal sealed class AnswerBuffer : Stream
{
    private const int FirstSize = 1024;

    private static readonly Pool<AnswerBuffer> Pool = new(static () => new());

    private byte[] _buffer = [];
    private int _length;
    private int _limit;
    private OperationInfo _operation = null!;
    private HttpResponseMessage _response = null!;

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>Reads a body; give the buffer back with <see cref="Release"/>.</summary>
    /// <exception cref="AnswerTooLargeException">It is longer than the limit.</exception>
    public static async ValueTask<AnswerBuffer> ReadAsync(
        OperationInfo operation, HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        var buffer = Pool.Rent();
        buffer._limit = limit;
        buffer._operation = operation;
        buffer._response = response;
        try
        {
            var announced = response.Content.Headers.ContentLength ?? 0;
            if (announced > limit)
                throw buffer.TooLarge();
            buffer.Reserve((int)announced);
            await response.Content.CopyToAsync(buffer, null, cancellationToken).ConfigureAwait(false);
            return buffer;
        }
        catch
        {
            // Whoever was writing may write on, so the buffer is left to the garbage collector.
            buffer._limit = -1;
            throw;
        }
    }

    /// <summary>Gives the buffer back. Nobody may look at its bytes any more.</summary>
    public void Release()
    {
        var buffer = _buffer;
        _buffer = [];
        _length = 0;
        _response = null!;
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        Pool.Return(this);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > _limit - _length)
            throw TooLarge();
        Reserve(buffer.Length);
        buffer.CopyTo(_buffer.AsSpan(_length));
        _length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void WriteByte(byte value) => Write([value]);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return default;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private AnswerTooLargeException TooLarge() =>
        new(_operation.Id, (int)_response.StatusCode, _limit, nameof(ApiClientOptions.MaxAnswerBytes)) { Headers = new(_response), IsTruncated = true };

    private void Reserve(int count)
    {
        var needed = _length + count;
        if (needed <= _buffer.Length)
            return;
        // In long: twice the largest allowed body does not fit an int.
        var size = (int)Math.Min(Math.Max(Math.Max(needed, FirstSize), _buffer.Length * 2L), Math.Max(needed, _limit));
        var larger = ArrayPool<byte>.Shared.Rent(size);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
