namespace ClientGen.Http;

/// <summary>What follows for an operation from one client's options; worked out once.</summary>
internal sealed class OperationPlan(PipelineCore core, OperationInfo operation, string server, TimeSpan deadline, SecurityScheme[][] alternatives)
{
    // Without parameters there is only one address.
    private readonly string _fixedPart = server + (operation.Path.ParameterCount == 0 ? operation.Path.Text : "");
    private Uri? _fixedAddress;

    // Most calls go where the last one went, with the credentials of the last one.
    private Uri? _lastAddress;
    private Proof? _lastProof;

    public PipelineCore Core => core;

    /// <summary>The server's address without a slash at its end, with the path when that has no parameters.</summary>
    public string FixedPart => _fixedPart;

    /// <summary>The whole address when neither path nor query have parameters.</summary>
    public Uri FixedAddress => _fixedAddress ??= WrittenAddress.Of(_fixedPart);

    public TimeSpan Deadline => deadline;

    public bool NeedsProof => alternatives.Length > 0;

    public Uri Address(ReadOnlySpan<char> text)
    {
        var last = _lastAddress;
        return last is not null && text.SequenceEqual(last.OriginalString) ? last : _lastAddress = WrittenAddress.Of(text.ToString());
    }

    /// <summary>The proof by the first alternative whose credentials are all there.</summary>
    /// <exception cref="CredentialException">There is none, and the invoker does not authenticate.</exception>
    /// <exception cref="ArgumentException">A credential cannot travel in a header.</exception>
    public Proof Proof(CredentialSet credentials)
    {
        var last = _lastProof;
        return ReferenceEquals(last?.Credentials, credentials) ? last : _lastProof = Find(credentials);
    }

    private Proof Find(CredentialSet credentials)
    {
        foreach (var schemes in alternatives)
        {
            if (Array.TrueForAll(schemes, IsThere))
                return new(schemes, credentials);
        }

        // What is there goes along; the invoker adds the rest.
        if (core.InvokerAuthenticates)
            return new(Array.FindAll(alternatives[0], IsThere), credentials);
        throw new CredentialException(
            operation.Id,
            [.. operation.Security.SelectMany(static names => names).Distinct()],
            $"{operation.Id}: there is no credential. It needs {string.Join(" or ", operation.Security.Select(static names => string.Join(" and ", names)))}.");

        bool IsThere(SecurityScheme scheme) =>
            scheme.Kind == SecurityKind.Custom ? core.Signers.ContainsKey(scheme.Name) : credentials.Find(scheme.Name) is not null;
    }
}
