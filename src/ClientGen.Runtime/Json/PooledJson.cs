using System.Buffers;
using System.Text.Json;

namespace ClientGen.Json;

/// <summary>JSON in a pooled buffer. Dispose it once, when nobody reads it any more.</summary>
internal sealed class PooledJson : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 512;

    // Writers are heavy and one is enough for each thread, as nothing awaits while it writes.
    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    private static readonly Pool<PooledJson> Pool = new(static () => new());

    private byte[] _buffer = [];
    private int _length;

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    public static PooledJson Write<T>(JsonCodec<T> codec, T value)
    {
        var json = Pool.Rent();
        var writer = Interlocked.Exchange(ref _writer, null) ?? new(json, JsonDefaults.Writer);
        writer.Reset(json);
        try
        {
            codec.WriteValue(writer, value);
            writer.Flush();
        }
        catch
        {
            json.Dispose();
            throw;
        }

        _writer = writer;
        return json;
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_length);
    }

    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        _length = 0;
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        Pool.Return(this);
    }

    private void Reserve(int sizeHint)
    {
        var needed = _length + Math.Max(sizeHint, 1);
        if (needed <= _buffer.Length)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(needed, FirstSize), _buffer.Length * 2));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
