namespace ClientGen.Http;

/// <summary>What proves the caller in a request: credentials in the places where their schemes want them.</summary>
internal sealed class Proof
{
    /// <summary>For operations that want none.</summary>
    public static readonly Proof None = new([], CredentialSet.Empty);

    public Proof(SecurityScheme[] schemes, CredentialSet credentials)
    {
        Credentials = credentials;
        Schemes = schemes;
        Signed = [.. schemes.Where(static scheme => scheme.Kind == SecurityKind.Custom)];
        Rotated = [.. schemes.Where(static scheme => scheme.RotatedByHeader is not null)];
        Query = Pairs(SecurityKind.ApiKeyQuery, "&");
        Cookies = Pairs(SecurityKind.ApiKeyCookie, "; ");
        Headers =
        [
            .. schemes.Where(static scheme => scheme.Kind is SecurityKind.Bearer or SecurityKind.Basic or SecurityKind.ApiKeyHeader).Select(Header),
        ];
    }

    public CredentialSet Credentials { get; }

    public SecurityScheme[] Schemes { get; }

    /// <summary>Those that only a signer knows.</summary>
    public SecurityScheme[] Signed { get; }

    /// <summary>Those whose credentials the server may rotate.</summary>
    public SecurityScheme[] Rotated { get; }

    public (string Name, string Value)[] Headers { get; }

    /// <summary>Parameters for the query, escaped; <c>null</c> for none.</summary>
    public string? Query { get; }

    /// <summary>Cookies, escaped; <c>null</c> for none.</summary>
    public string? Cookies { get; }

    private (string Name, string Value) Header(SecurityScheme scheme)
    {
        var credential = Credentials.Find(scheme.Name)!;
        var (name, value) = scheme.Kind switch
        {
            SecurityKind.Bearer => ("Authorization", "Bearer " + credential.Value),
            SecurityKind.Basic => ("Authorization", "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(credential.Value))),
            _ => (scheme.ParameterName!, credential.Value),
        };
        HeaderText.CheckValue(name, value);
        return (name, value);
    }

    private string? Pairs(SecurityKind kind, string separator)
    {
        var pairs = Schemes.Where(scheme => scheme.Kind == kind).Select(scheme =>
        {
            var text = new TextBuffer();
            StyledText.Query(text, scheme.ParameterName!, Credentials.Find(scheme.Name)!.Value, allowReserved: false);
            return text.ToString();
        }).ToArray();
        return pairs.Length == 0 ? null : string.Join(separator, pairs);
    }
}
