namespace ClientGen.Http;

/// <summary>Addresses as they are written: the text is escaped where it is put together, and taking it apart again could change it.</summary>
internal static class WrittenAddress
{
#if NET
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>The address of a text. Only where reading it would change it, it is one that cannot be taken apart: test servers and other handlers do that.</summary>
    public static Uri Of(string text)
    {
        var address = new Uri(text);
        return IsUnchanged(text, address) ? address : new(text, AsWritten);
    }

    private static bool IsUnchanged(string text, Uri address)
    {
        var authority = text.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = text.IndexOf('/', authority);
        return path >= 0 && text.AsSpan(path).SequenceEqual(address.PathAndQuery);
    }
#else
    /// <summary>The address of a text.</summary>
    /// <exception cref="ArgumentException">A segment is a dot or two: this framework would go to another address than the one that is written.</exception>
    public static Uri Of(string text)
    {
        var query = text.IndexOf('?');
        var path = query < 0 ? text : text.Substring(0, query);
        if (path.Contains("/.") && path.Split('/').Any(static segment => segment is "." or ".."))
            throw new ArgumentException($"The path of '{path}' has a segment '.' or '..', which this framework cannot send.");
        return new(text);
    }
#endif
}
