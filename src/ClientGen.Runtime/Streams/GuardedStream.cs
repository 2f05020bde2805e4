using ClientGen.Http;

namespace ClientGen.Streams;

/// <summary>The bytes of an event stream, watched: no silence longer than allowed, no event larger than allowed.</summary>
internal sealed class GuardedStream(Stream inner, StreamOptions options, TimeProvider clock, string operation, int status) : Stream
{
    // Below this size nothing needs looking at: events that end start the count again by themselves.
    private const int CarefreeBytes = 64 * 1024;

    private readonly int _carefree = Math.Min(CarefreeBytes, options.MaxEventBytes);
    private long _bytes;
    private bool _isLineEmpty;
    private bool _wasReturn;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The parser has seen the end of an event.</summary>
    public void EventEnded() => _bytes = 0;

#if NET
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ReadGuardedAsync(buffer, cancellationToken);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
#endif

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadGuardedAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadGuardedAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var idle = Deadline.Start(options.IdleLimit, clock, cancellationToken);
        int read;
        try
        {
            read = await inner.ReadAsync(buffer, idle.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (idle.Token.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new IOException(FormattableString.Invariant($"The event stream was silent for {options.IdleLimit.TotalSeconds:0.###} s."), e);
        }
        finally
        {
            idle.End(isReusable: true);
        }

        Count(buffer.Span[..read]);
        return read;
    }

    // Comments (heartbeats) end no event that the parser reports, so once many bytes came without one, blank lines are counted here.
    private void Count(ReadOnlySpan<byte> chunk)
    {
        _bytes += chunk.Length;
        if (_bytes <= _carefree)
            return;
        for (var i = 0; i < chunk.Length; i++)
        {
            var c = chunk[i];
            if (c == '\n' && _wasReturn)
            {
                _wasReturn = false;
                continue;
            }

            _wasReturn = c == '\r';
            var isEnd = c is (byte)'\n' or (byte)'\r';
            if (isEnd && _isLineEmpty)
                _bytes = chunk.Length - i - 1;
            _isLineEmpty = isEnd;
        }

        if (_bytes > options.MaxEventBytes)
            throw new AnswerTooLargeException(operation, status, options.MaxEventBytes, $"Streams.{nameof(StreamOptions.MaxEventBytes)}");
    }
}
