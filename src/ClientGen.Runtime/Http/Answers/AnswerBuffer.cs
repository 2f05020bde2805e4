using System.Buffers;

namespace ClientGen.Http;

/// <summary>A body being read into a buffer that is used again, up to a limit.</summary>
internal sealed class AnswerBuffer : Stream
{
    private const int FirstSize = 1024;

    // A larger buffer goes back to the shared pool instead of being kept by us.
    private const int LargestKept = 16 * 1024;

    private byte[] _buffer = [];
    private int _length;
    private int _limit;
    private OperationInfo _operation = null!;
    private HttpResponseMessage _response = null!;

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

    /// <summary>Makes ready for a body, which is then copied here.</summary>
    public void Begin(OperationInfo operation, HttpResponseMessage response, int limit)
    {
        _limit = limit;
        _operation = operation;
        _response = response;
    }

    /// <summary>Nobody may look at the bytes any more.</summary>
    public void Clear()
    {
        _length = 0;
        _response = null!;
        if (_buffer.Length <= LargestKept)
            return;
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

#if NET
    public override void Write(ReadOnlySpan<byte> buffer) => Append(buffer);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Append(buffer.Span);
        return default;
    }
#endif

    public override void Write(byte[] buffer, int offset, int count) => Append(buffer.AsSpan(offset, count));

    public override void WriteByte(byte value) => Append([value]);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Append(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _limit - _length)
            throw TooLarge();
        Reserve(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    private AnswerTooLargeException TooLarge() =>
        new(_operation.Id, (int)_response.StatusCode, _limit, nameof(ApiClientOptions.MaxAnswerBytes)) { Headers = new(_response), IsTruncated = true };

    private void Reserve(int count)
    {
        var needed = _length + count;
        if (needed <= _buffer.Length)
            return;
        // In long: twice the largest allowed body does not fit an int.
        var size = Math.Min(Math.Max(Math.Max(needed, FirstSize), _buffer.Length * 2L), Math.Max(needed, _limit));
        if (needed > LargestKept)
            size = Math.Max(size, Announced());
        var larger = ArrayPool<byte>.Shared.Rent((int)size);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    /// <summary>The length that the server announces. Looking it up costs more than most bodies need.</summary>
    /// <exception cref="AnswerTooLargeException">It is more than the limit.</exception>
    private long Announced()
    {
        var length = _response.Content.Headers.ContentLength ?? 0;
        return length <= _limit ? length : throw TooLarge();
    }
}
