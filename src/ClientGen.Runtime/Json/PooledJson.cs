using System.Buffers;
using System.Text.Json;

namespace ClientGen.Json;

/// <summary>JSON in a buffer that is used again.</summary>
internal sealed class PooledJson : IBufferWriter<byte>
{
    private const int FirstSize = 512;

    // A larger buffer goes back to the shared pool instead of being kept by us.
    private const int LargestKept = 16 * 1024;

    // Writers are heavy and one is enough for each thread, as nothing awaits while it writes.
    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    private static readonly Pool<PooledJson> Pool = new(static () => new());

    private byte[] _buffer = [];
    private int _length;

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    public int Length => _length;

    public static PooledJson Rent() => Pool.Rent();

    /// <summary>Nobody may look at the bytes any more.</summary>
    public static void Return(PooledJson json)
    {
        json.Clear();
        Pool.Return(json);
    }

    public void Write<T>(JsonCodec<T> codec, T value)
    {
        Clear();
        // Taken away while it writes, in case a codec itself asks for JSON; not given back when it failed half-way.
        var writer = _writer ?? new(this, JsonDefaults.Writer);
        _writer = null;
        writer.Reset(this);
        codec.WriteValue(writer, value);
        writer.Flush();
        _writer = writer;
    }

    public void Clear()
    {
        _length = 0;
        if (_buffer.Length <= LargestKept)
            return;
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
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
