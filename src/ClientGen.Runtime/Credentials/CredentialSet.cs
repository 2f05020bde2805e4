namespace ClientGen;

/// <summary>The credentials of one moment, by the contract's scheme names. Never changes.</summary>
public sealed class CredentialSet
{
    private readonly Dictionary<string, Credential> _credentials;

    /// <summary>Makes a set.</summary>
    /// <param name="version">Grows with each set of a source, so that a late caller can tell that others have renewed already.</param>
    /// <param name="credentials">By scheme name; copied.</param>
    public CredentialSet(long version, IEnumerable<KeyValuePair<string, Credential>> credentials)
    {
        Version = version;
        _credentials = new(credentials, StringComparer.Ordinal);
    }

    /// <summary>No credentials at all.</summary>
    public static CredentialSet Empty { get; } = new(0, []);

    /// <summary>Grows with each set of a source.</summary>
    public long Version { get; }

    /// <summary>The schemes that have a credential.</summary>
    public IReadOnlyCollection<string> Schemes => _credentials.Keys;

    /// <summary>Looks a credential up.</summary>
    /// <param name="scheme">The contract's scheme name.</param>
    /// <returns>The credential; <c>null</c> when there is none.</returns>
    public Credential? Find(string scheme) => _credentials.GetValueOrDefault(scheme);

    /// <summary>The earliest moment at which one of them expires; <c>null</c> when nobody knows.</summary>
    internal DateTimeOffset? ExpiresAt => _credentials.Values.Min(static credential => credential.ExpiresAt);

    internal CredentialSet With(string scheme, Credential credential) =>
        new(Version + 1, new Dictionary<string, Credential>(_credentials, StringComparer.Ordinal) { [scheme] = credential });
}
