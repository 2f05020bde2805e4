using System.Buffers;
using System.Text;

namespace ClientGen.Http;

/// <summary>Text that grows and is used again, with percent-encoding.</summary>
internal sealed class TextBuffer
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    // RFC 3986 2.3: "Characters that are allowed in a URI but do not have a reserved purpose are called unreserved."
    private static readonly SearchValues<char> AsIs = SearchValues.Create(Unreserved);

    // OpenAPI, allowReserved: "allow reserved characters, as defined by RFC3986 :/?#[]@!$&'()*+,;=". Of these, # would end the
    // query, & and + would change its meaning, and [ ] are not allowed there: "applications are responsible for escaping" them.
    private static readonly SearchValues<char> AsIsReserved = SearchValues.Create(Unreserved + ":/?@!$'()*,;=");

    private char[] _chars = new char[128];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Span => _chars.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Append(char c)
    {
        Reserve(1);
        _chars[Length++] = c;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_chars.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Appends text with everything percent-encoded that could mean something else.</summary>
    public void AppendEscaped(ReadOnlySpan<char> text, bool allowReserved = false)
    {
        var asIs = allowReserved ? AsIsReserved : AsIs;
        while (true)
        {
            var next = text.IndexOfAnyExcept(asIs);
            if (next < 0)
            {
                Append(text);
                return;
            }

            Append(text[..next]);
            text = text[next..];
            // Half of a surrogate pair becomes U+FFFD, the replacement character.
            Rune.DecodeFromUtf16(text, out var rune, out var length);
            AppendBytes(rune);
            text = text[length..];
        }
    }

    public override string ToString() => Span.ToString();

    private void AppendBytes(Rune rune)
    {
        const string digits = "0123456789ABCDEF";
        Span<byte> utf8 = stackalloc byte[4];
        var count = rune.EncodeToUtf8(utf8);
        Reserve(count * 3);
        foreach (var b in utf8[..count])
        {
            _chars[Length++] = '%';
            _chars[Length++] = digits[b >> 4];
            _chars[Length++] = digits[b & 15];
        }
    }

    private void Reserve(int count)
    {
        if (Length + count > _chars.Length)
            Array.Resize(ref _chars, Math.Max(Length + count, _chars.Length * 2));
    }
}
