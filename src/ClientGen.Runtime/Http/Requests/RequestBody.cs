using System.Text;

namespace ClientGen.Http;

/// <summary>A body before it is sent, from which each sending makes its own content.</summary>
internal abstract class RequestBody
{
    /// <summary>Whether it can be sent a second time.</summary>
    public virtual bool IsReplayable => true;

    public abstract HttpContent ToContent();

    protected static HttpContent Typed(HttpContent content, string contentType)
    {
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }
}

internal sealed class BytesBody(ReadOnlyMemory<byte> bytes, string contentType) : RequestBody
{
    public BytesBody(string text, string contentType)
        : this(Encoding.UTF8.GetBytes(text), contentType)
    {
    }

    public override HttpContent ToContent() => Typed(new ReadOnlyMemoryContent(bytes), contentType);
}

internal sealed class FileBody(FilePart file, string contentType) : RequestBody
{
    public override bool IsReplayable => file.IsReplayable;

    public override HttpContent ToContent() => file.ToContent(contentType);
}

/// <summary>Fields of <c>application/x-www-form-urlencoded</c>: the same text as a query.</summary>
internal sealed class FormBody : RequestBody
{
    public TextBuffer Text { get; } = new();

    public override HttpContent ToContent() =>
        Typed(new ReadOnlyMemoryContent(Encoding.ASCII.GetBytes(Text.ToString())), "application/x-www-form-urlencoded");
}

internal sealed class MultipartBody : RequestBody
{
    private readonly List<(string Name, string? FileName, Func<HttpContent> Make)> _parts = [];
    private bool _isReplayable = true;

    public override bool IsReplayable => _isReplayable;

    public void Add(string name, string value, string contentType) =>
        _parts.Add((name, null, () => Typed(new ReadOnlyMemoryContent(Encoding.UTF8.GetBytes(value)), contentType)));

    public void Add(string name, FilePart file, string? contentType)
    {
        _isReplayable &= file.IsReplayable;
        // RFC 7578 4.2: a file part should have a file name; many servers take a part without one for a text field.
        _parts.Add((name, file.FileName ?? name, () => file.ToContent(contentType)));
    }

    public override HttpContent ToContent()
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, fileName, make) in _parts)
        {
            var part = make();
            var disposition = new System.Net.Http.Headers.ContentDispositionHeaderValue("form-data") { Name = Quoted(name) };
            if (fileName is not null)
                disposition.FileName = Quoted(fileName);
            part.Headers.ContentDisposition = disposition;
            content.Add(part);
        }

        return content;
    }

    // RFC 7578 5.1 and the HTML standard, "multipart/form-data encoding algorithm": UTF-8 as it is, line breaks and quotes as %0A, %0D, %22.
    private static string Quoted(string text) => '"'
        + text.Replace("\n", "%0A", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\"", "%22", StringComparison.Ordinal)
        + '"';
}
