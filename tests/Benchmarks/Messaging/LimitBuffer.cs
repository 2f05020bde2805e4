using System.Buffers;
using System.Text.Json;

namespace Benchmarks.Messaging;

/// <summary>A used buffer that JSON is written to and bodies are copied into.</summary>
internal sealed class LimitBuffer : Stream, IBufferWriter<byte>
{
    // One for the body and one for the answer are enough for a call at a time; more callers make more.
    private static LimitBuffer? _first;
    private static LimitBuffer? _second;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    private byte[] _bytes = new byte[4096];
    private int _length;

    public int Limit { get; set; } = int.MaxValue;

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, _length);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    public static LimitBuffer Rent() => Interlocked.Exchange(ref _first, null) ?? Interlocked.Exchange(ref _second, null) ?? new();

    public static Utf8JsonWriter Writer(IBufferWriter<byte> target)
    {
        var writer = _writer ??= new(target, new() { SkipValidation = true });
        writer.Reset(target);
        return writer;
    }

    public void Return()
    {
        _length = 0;
        if (_first is null)
            _first = this;
        else
            _second = this;
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > Limit - _length)
            throw new InvalidDataException("The answer is too large.");
        Reserve(buffer.Length);
        buffer.CopyTo(_bytes.AsSpan(_length));
        _length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

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

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Reserve(int count)
    {
        if (_length + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
    }
}
