namespace ClientGen;

/// <summary>The credentials of one moment, by the contract's scheme names. Never changes.</summary>
public sealed class CredentialSet
{
    private readonly Dictionary<string, Credential> _credentials;

    /// <summary>Makes a set.</summary>
    /// <param name="version">Grows with each set of a source, so that a late caller can tell that others have renewed already.</param>
    /// <param name="credentials">By scheme name; copied. The last of equal names counts.</param>
    public CredentialSet(long version, IEnumerable<KeyValuePair<string, Credential>> credentials)
        : this(version, 0, credentials)
    {
    }

    internal CredentialSet(long version, long signIn, IEnumerable<KeyValuePair<string, Credential>> credentials)
    {
        Version = version;
        SignIn = signIn;
        _credentials = new(StringComparer.Ordinal);
        foreach (var (scheme, credential) in credentials)
            _credentials[scheme] = credential;
    }

    /// <summary>No credentials at all.</summary>
    public static CredentialSet Empty { get; } = new(0, []);

    /// <summary>Grows with each set of a source.</summary>
    public long Version { get; }

    /// <summary>The schemes that have a credential.</summary>
    public IReadOnlyCollection<string> Schemes => _credentials.Keys;

    /// <summary>Which sign-in the set goes back to; a rotated credential does not change it.</summary>
    internal long SignIn { get; }

    /// <summary>The ends of those credentials that have a known one.</summary>
    internal IEnumerable<DateTimeOffset> Ends => _credentials.Values.Select(static credential => credential.ExpiresAt).OfType<DateTimeOffset>();

    /// <summary>Looks a credential up.</summary>
    /// <param name="scheme">The contract's scheme name.</param>
    /// <returns>The credential; <c>null</c> when there is none.</returns>
    public Credential? Find(string scheme) => _credentials.GetValueOrDefault(scheme);

    /// <summary>The same set with one credential replaced.</summary>
    internal CredentialSet With(string scheme, Credential credential) =>
        new(Version + 1, SignIn, [.. _credentials, KeyValuePair.Create(scheme, credential)]);
}
