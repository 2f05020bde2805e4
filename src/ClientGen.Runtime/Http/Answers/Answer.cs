using System.ComponentModel;
using System.Text;
using System.Text.Json;
using ClientGen.Json;

namespace ClientGen.Http;

/// <summary>An answer that is being decoded. Valid until the decoding function returns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Answer
{
    private HttpResponseMessage _response = null!;
    private AnswerHeaders? _headers;
    private int _keptBytes;

    internal Answer()
    {
    }

    /// <summary>The HTTP status.</summary>
    public int Status => (int)_response.StatusCode;

    /// <summary>The words after the status; <c>null</c> when there were none.</summary>
    public string? ReasonPhrase => _response.ReasonPhrase;

    /// <summary>The headers.</summary>
    public AnswerHeaders Headers => _headers ??= new(_response);

    /// <summary>The body; empty for a streamed one.</summary>
    public ReadOnlySpan<byte> Bytes => Body.Span;

    /// <summary>Whether there is no body.</summary>
    public bool IsEmpty => Body.Length == 0;

    /// <summary>Where the body is read to.</summary>
    internal AnswerBuffer Body { get; } = new();

    internal OperationInfo Operation { get; private set; } = null!;

    /// <summary>Whether somebody else disposes the response now.</summary>
    internal bool IsHandedOn { get; private set; }

    /// <summary>Reads the body as JSON.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="codec">Reads it.</param>
    /// <returns>The value.</returns>
    /// <exception cref="MalformedAnswerException">The body is broken, or not what the contract says.</exception>
    public T Json<T>(JsonCodec<T> codec)
    {
        var json = JsonText.WithoutMark(Bytes);
        var reader = new Utf8JsonReader(json, JsonDefaults.Reader);
        try
        {
            return JsonText.ParseAll(codec, ref reader);
        }
        catch (JsonException e)
        {
            throw Malformed(e, JsonPlace.Find(json, e, reader.TokenStartIndex), Bytes.Length - json.Length);
        }
    }

    /// <summary>Reads the body as JSON, if there is one.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="codec">Reads it.</param>
    /// <returns>The value; the type's default for an empty body.</returns>
    /// <exception cref="MalformedAnswerException">The body is broken, or not what the contract says.</exception>
    public T? JsonOrNothing<T>(JsonCodec<T> codec) => IsEmpty ? default : Json(codec);

    /// <summary>Reads the body as text, in the character set that the server names or UTF-8.</summary>
    /// <returns>The text; bytes that are none in that set become U+FFFD.</returns>
    public string Text() => Charset().GetString(JsonText.WithoutMark(Bytes));

    /// <summary>Hands the body on as a stream. Only for operations that stream their answer.</summary>
    /// <returns>The body; whoever gets it disposes it.</returns>
    public BinaryAnswer Binary()
    {
        IsHandedOn = true;
        return new(_response, _response.Content.ReadAsStream());
    }

    /// <summary>Begins with an answer whose body is still to be read.</summary>
    internal void Begin(OperationInfo operation, HttpResponseMessage response, PipelineCore core)
    {
        Operation = operation;
        _response = response;
        _keptBytes = core.KeptAnswerBytes;
        Body.Begin(operation, response, core.MaxAnswerBytes);
    }

    /// <summary>Forgets the answer, so that the object serves another one.</summary>
    internal void End()
    {
        Operation = null!;
        _response = null!;
        _headers = null;
        IsHandedOn = false;
        Body.Clear();
    }

    /// <summary>The first bytes of the body, for exceptions.</summary>
    internal byte[] KeptBytes() => Bytes[..Math.Min(Bytes.Length, _keptBytes)].ToArray();

    /// <summary>Whether <see cref="KeptBytes"/> is not the whole body.</summary>
    internal bool IsTruncated => Bytes.Length > _keptBytes;

    internal ApiException Error(object? error) => new(Operation.Id, Status, ReasonPhrase, error)
    {
        Headers = Headers,
        RawBody = KeptBytes(),
        IsTruncated = IsTruncated,
    };

    internal UndocumentedAnswerException Undocumented() => new(Operation.Id, Status, ReasonPhrase)
    {
        Headers = Headers,
        RawBody = KeptBytes(),
        IsTruncated = IsTruncated,
    };

    internal ResultCodeException Failed(string? code, string? description, object? body) => new(Operation.Id, Status, code, description, body)
    {
        Headers = Headers,
        RawBody = KeptBytes(),
        IsTruncated = IsTruncated,
    };

    private MalformedAnswerException Malformed(JsonException e, JsonPlace place, int skipped) =>
        new(Operation.Id, Status, place.Position + skipped, place.Path, e)
        {
            Headers = Headers,
            RawBody = KeptBytes(),
            IsTruncated = IsTruncated,
        };

    private Encoding Charset()
    {
        var name = _response.Content.Headers.ContentType?.CharSet?.Trim('"');
        if (name is null)
            return Encoding.UTF8;
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            // A set that nobody here knows: most such texts are ASCII anyway.
            return Encoding.UTF8;
        }
    }
}
