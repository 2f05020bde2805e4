namespace ClientGen;

/// <summary>A file of a multipart body.</summary>
public sealed class FilePart
{
    private readonly Stream? _stream;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly long _start;

    /// <summary>Makes a file from bytes.</summary>
    /// <param name="content">The bytes; not copied.</param>
    /// <param name="fileName">The name to send; <c>null</c> for none.</param>
    /// <param name="contentType">The media type to send; <c>null</c> for the contract's or <c>application/octet-stream</c>.</param>
    public FilePart(ReadOnlyMemory<byte> content, string? fileName = null, string? contentType = null)
    {
        _bytes = content;
        FileName = fileName;
        ContentType = contentType;
    }

    /// <summary>Makes a file from a stream, read from where it stands. The caller keeps and disposes the stream.</summary>
    /// <param name="content">The stream. When it can seek, the call can be sent again with fresh credentials.</param>
    /// <param name="fileName">The name to send; <c>null</c> for none.</param>
    /// <param name="contentType">The media type to send; <c>null</c> for the contract's or <c>application/octet-stream</c>.</param>
    public FilePart(Stream content, string? fileName = null, string? contentType = null)
    {
        _stream = content;
        _start = content.CanSeek ? content.Position : 0;
        FileName = fileName;
        ContentType = contentType;
    }

    /// <summary>The name to send.</summary>
    public string? FileName { get; }

    /// <summary>The media type to send.</summary>
    public string? ContentType { get; }

    internal bool IsReplayable => _stream is null or { CanSeek: true };

    internal HttpContent ToContent(string? defaultType)
    {
        HttpContent content;
        if (_stream is null)
        {
            content = new ReadOnlyMemoryContent(_bytes);
        }
        else
        {
            if (_stream.CanSeek)
                _stream.Position = _start;
            content = new StreamContent(new KeptOpenStream(_stream));
        }

        content.Headers.TryAddWithoutValidation("Content-Type", ContentType ?? defaultType ?? "application/octet-stream");
        return content;
    }
}
