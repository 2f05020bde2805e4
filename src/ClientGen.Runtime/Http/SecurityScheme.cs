namespace ClientGen.Http;

/// <summary>How a credential travels.</summary>
public enum SecurityKind
{
    /// <summary><c>Authorization: Bearer …</c></summary>
    Bearer,

    /// <summary><c>Authorization: Basic …</c>; the credential is <c>user:password</c>.</summary>
    Basic,

    /// <summary>A header of its own.</summary>
    ApiKeyHeader,

    /// <summary>A query parameter.</summary>
    ApiKeyQuery,

    /// <summary>A cookie.</summary>
    ApiKeyCookie,

    /// <summary>A way that only an <see cref="IRequestSigner"/> knows.</summary>
    Custom,
}

/// <summary>A security scheme of a contract.</summary>
/// <param name="Name">The contract's name of it.</param>
/// <param name="Kind">How the credential travels.</param>
/// <param name="ParameterName">The header, query parameter or cookie; <c>null</c> for the other kinds.</param>
public sealed record SecurityScheme(string Name, SecurityKind Kind, string? ParameterName = null)
{
    /// <summary>The answer header that carries a fresh credential.</summary>
    /// <value><c>null</c> when the server never rotates it.</value>
    public string? RotatedByHeader { get; init; }

    /// <summary>How long a credential lives, in seconds.</summary>
    /// <value><c>null</c> when the contract does not say. Used for credentials that the server rotates.</value>
    public int? LifetimeSeconds { get; init; }
}
