using ClientGen.Protocol;

namespace ClientGen;

/// <summary>Credentials that nobody renews; one that the server rotates is taken over.</summary>
public sealed class StaticCredentials : CredentialSource
{
    private readonly Lock _gate = new();
    private volatile CredentialSet _current;

    /// <summary>Makes the source.</summary>
    /// <param name="credentials">Secrets by the contract's scheme names.</param>
    public StaticCredentials([Secret] IEnumerable<KeyValuePair<string, string>> credentials) =>
        _current = new(1, credentials.Select(static pair => KeyValuePair.Create(pair.Key, new Credential(pair.Value))));

    /// <summary>Makes a source of one credential.</summary>
    /// <param name="scheme">The contract's scheme name.</param>
    /// <param name="value">The secret.</param>
    public StaticCredentials(string scheme, [Secret] string value)
        : this([KeyValuePair.Create(scheme, value)])
    {
    }

    /// <inheritdoc/>
    public override ValueTask<CredentialSet> GetAsync(CancellationToken cancellationToken) => new(_current);

    /// <inheritdoc/>
    /// <remarks>Newer only when the server rotated a credential meanwhile.</remarks>
    public override ValueTask<CredentialSet> RenewAsync(CredentialSet stale, CancellationToken cancellationToken) => new(_current);

    /// <inheritdoc/>
    public override void TakeOver(CredentialSet sentWith, string scheme, Credential credential)
    {
        lock (_gate)
        {
            if (_current.Find(scheme)?.Value != credential.Value)
                _current = _current.With(scheme, credential);
        }
    }
}
