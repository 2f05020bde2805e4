namespace ClientGen;

/// <summary>A body handed on as a stream. Dispose it: until then its connection stays taken.</summary>
public sealed class BinaryAnswer : IAsyncDisposable, IDisposable
{
    private readonly HttpResponseMessage _response;

    internal BinaryAnswer(HttpResponseMessage response, Stream content)
    {
        _response = response;
        Content = content;
        var headers = response.Content.Headers;
        ContentType = headers.NonValidated.TryGetValues("Content-Type", out var type) ? type.ToString() : null;
        Length = headers.ContentLength;
        FileName = SafeName(headers.ContentDisposition?.FileNameStar ?? headers.ContentDisposition?.FileName);
    }

    /// <summary>The bytes as they arrive. Its size is not limited, and the call's deadline is over; pass a token when reading.</summary>
    public Stream Content { get; }

    /// <summary>The media type; <c>null</c> when the server named none.</summary>
    public string? ContentType { get; }

    /// <summary>How many bytes there will be; <c>null</c> when the server did not say.</summary>
    public long? Length { get; }

    /// <summary>The file name that the server proposes, without any directory; <c>null</c> when it proposes none that is one.</summary>
    public string? FileName { get; }

    /// <summary>Gives the connection back.</summary>
    public void Dispose()
    {
        Content.Dispose();
        _response.Dispose();
    }

    /// <summary>Gives the connection back.</summary>
    /// <returns>A task that ends when it is done.</returns>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        _response.Dispose();
    }

    // RFC 6266 4.3: "recipients MUST NOT be able to write into any location other than one to which they are specifically entitled",
    // so only the last path segment counts, whatever system the server's slashes are from.
    private static string? SafeName(string? name)
    {
        if (name is null)
            return null;
        name = name.Trim().Trim('"');
        name = name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..];
        name = string.Concat(name.Where(static c => !char.IsControl(c)));
        return name is "" or "." or ".." ? null : name;
    }
}
