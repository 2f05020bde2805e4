namespace ClientGen;

/// <summary>Where the credentials of a client come from. Used by many calls at a time.</summary>
public abstract class CredentialSource
{
    /// <summary>The credentials to use now.</summary>
    /// <param name="cancellationToken">Ends the waiting of this caller only.</param>
    /// <returns>Credentials that are fresh as far as the source knows.</returns>
    /// <exception cref="CredentialException">They could not be obtained.</exception>
    public abstract ValueTask<CredentialSet> GetAsync(CancellationToken cancellationToken);

    /// <summary>Fresh credentials, after the server called some stale.</summary>
    /// <param name="stale">What the refused call was sent with.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller only.</param>
    /// <returns>Credentials newer than <paramref name="stale"/>; when others have renewed them already, those. The same
    /// set when the source cannot renew.</returns>
    /// <exception cref="CredentialException">They could not be obtained.</exception>
    public abstract ValueTask<CredentialSet> RenewAsync(CredentialSet stale, CancellationToken cancellationToken);

    /// <summary>Uses a credential that the server rotated in an answer from now on. The others stay.</summary>
    /// <param name="sentWith">What the call was sent with.</param>
    /// <param name="scheme">The contract's scheme name.</param>
    /// <param name="credential">The fresh credential.</param>
    public virtual void TakeOver(CredentialSet sentWith, string scheme, Credential credential)
    {
        // A source that cannot change has nothing to take over.
    }
}
