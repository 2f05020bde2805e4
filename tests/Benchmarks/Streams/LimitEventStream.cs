using System.Buffers;
using System.Runtime.CompilerServices;

namespace Benchmarks.Streams;

/// <summary>The limit: server-sent events by hand, straight from the read buffer, with the id that a reconnect would need.</summary>
internal sealed class LimitEventStream(Stream stream)
{
    private const int FirstSize = 64 * 1024;
    private const int MaxEventBytes = 4 * 1024 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _start;
    private int _end;
    private byte[] _lastId = new byte[64];
    private int _lastIdLength;

    /// <summary>The id of the last event.</summary>
    public ReadOnlySpan<byte> LastEventId => _lastId.AsSpan(0, _lastIdLength);

    /// <summary>The events until the stream ends.</summary>
    public async IAsyncEnumerable<VideoEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            do
            {
                while (TryTake(out var one))
                    yield return one;
            }
            while (await FillAsync(cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            if (_end >= MaxEventBytes)
                throw new InvalidDataException("An event is too large.");
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }

    /// <summary>Takes one event out of the buffer, if all of it is there.</summary>
    private bool TryTake(out VideoEvent one)
    {
        ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _end - _start);
        ReadOnlySpan<byte> data = default;
        ReadOnlySpan<byte> id = default;
        bool hasData = false, hasId = false;
        while (TryLine(ref rest, out var line))
        {
            if (line.IsEmpty)
            {
                // WHATWG HTML 9.2.6: "If the line is empty (a blank line): Dispatch the event"; one without data is no event.
                _start = _end - rest.Length;
                if (hasId)
                    Keep(id);
                if (hasData)
                {
                    one = LimitEventReader.Read(data);
                    return true;
                }

                hasId = false;
            }
            else if (Value(line, "data"u8, out var value))
            {
                data = hasData ? Join(data, value) : value;
                hasData = true;
            }
            else if (Value(line, "id"u8, out value))
            {
                id = value;
                hasId = true;
            }
        }

        one = null!;
        return false;
    }

    private static bool TryLine(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> line)
    {
        var length = rest.IndexOfAny((byte)'\n', (byte)'\r');
        // A carriage return at the very end may be half of a line end.
        if (length < 0 || (rest[length] == '\r' && length + 1 == rest.Length))
        {
            line = default;
            return false;
        }

        line = rest[..length];
        var isPair = rest[length] == '\r' && rest[length + 1] == '\n';
        rest = rest[(length + (isPair ? 2 : 1))..];
        return true;
    }

    private static bool Value(ReadOnlySpan<byte> line, scoped ReadOnlySpan<byte> field, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!line.StartsWith(field) || (line.Length > field.Length && line[field.Length] != ':'))
            return false;
        value = line[Math.Min(field.Length + 1, line.Length)..];
        if (value.Length > 0 && value[0] == ' ')
            value = value[1..];
        return true;
    }

    private static ReadOnlySpan<byte> Join(scoped ReadOnlySpan<byte> first, scoped ReadOnlySpan<byte> second)
    {
        var joined = new byte[first.Length + 1 + second.Length];
        first.CopyTo(joined);
        joined[first.Length] = (byte)'\n';
        second.CopyTo(joined.AsSpan(first.Length + 1));
        return joined;
    }

    private void Keep(ReadOnlySpan<byte> id)
    {
        if (id.Length > _lastId.Length)
            _lastId = new byte[id.Length * 2];
        id.CopyTo(_lastId);
        _lastIdLength = id.Length;
    }
}
