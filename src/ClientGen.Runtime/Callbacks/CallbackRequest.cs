namespace ClientGen.Callbacks;

/// <summary>A callback as it arrived, whatever web framework received it.</summary>
/// <param name="method">The HTTP method.</param>
/// <param name="url">The absolute URL it was sent to.</param>
/// <param name="header">Looks a header up by name, in any case; <c>null</c> when it is absent.</param>
/// <param name="body">The body.</param>
public sealed class CallbackRequest(string method, string url, Func<string, string?> header, Stream body)
{
    /// <summary>The HTTP method.</summary>
    public string Method { get; } = method;

    /// <summary>The absolute URL it was sent to. Signatures may cover it.</summary>
    /// <remarks>Behind a proxy set <see cref="CallbackOptions.PublicAddress"/>; verifiers then see the address that the sender knows.</remarks>
    public string Url { get; } = url;

    /// <summary>Looks a header up by name, in any case; <c>null</c> when it is absent.</summary>
    public Func<string, string?> Header { get; } = header;

    /// <summary>The body.</summary>
    public Stream Body { get; } = body;

    /// <summary>The same callback as it looks from outside a proxy.</summary>
    internal CallbackRequest At(Uri address) => Uri.TryCreate(Url, UriKind.Absolute, out var local)
        ? new(Method, address.GetLeftPart(UriPartial.Path).TrimEnd('/') + local.PathAndQuery, Header, Body)
        : this;
}
