namespace ClientGen;

/// <summary>Authenticates requests in a way that no standard scheme describes, such as a digest over parts of the request.</summary>
/// <remarks>Called once for each sending, from many threads; the request is complete except for what the signer adds.</remarks>
public interface IRequestSigner
{
    /// <summary>Adds what proves the caller.</summary>
    /// <param name="request">The request, ready to be sent.</param>
    /// <param name="scheme">The contract's scheme name.</param>
    /// <param name="cancellationToken">The call's token.</param>
    /// <returns>A task that ends when the request may be sent.</returns>
    ValueTask SignAsync(HttpRequestMessage request, string scheme, CancellationToken cancellationToken);
}
