namespace ClientGen.Http;

public sealed partial class ApiPipeline
{
    private static readonly SecurityScheme[] NoSchemes = [];

    /// <summary>Sends a call, once more with fresh credentials if need be, and returns as soon as the headers are there.</summary>
    internal async ValueTask<HttpResponseMessage> ExchangeAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var operation = request.Operation;
        if (operation.Security.Length == 0)
            return await SendOnceAsync(request, NoSchemes, CredentialSet.Empty, cancellationToken).ConfigureAwait(false);

        var credentials = _credentials is null ? CredentialSet.Empty : await _credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        var schemes = Choose(operation, credentials);
        var response = await SendOnceAsync(request, schemes, credentials, cancellationToken).ConfigureAwait(false);
        if (MayRenew(request, schemes) && operation.RenewOn.AsSpan().Contains((int)response.StatusCode))
        {
            var fresh = await RenewAsync(credentials, response, cancellationToken).ConfigureAwait(false);
            // A source that has nothing newer: the server's refusal is the answer.
            if (fresh.Version == credentials.Version)
                return response;
            _core.Log.Renewed(operation.Id, (int)response.StatusCode);
            response.Dispose();
            credentials = fresh;
            schemes = Choose(operation, credentials);
            response = await SendOnceAsync(request, schemes, credentials, cancellationToken).ConfigureAwait(false);
        }

        if (response.IsSuccessStatusCode)
            TakeOver(schemes, credentials, response);
        return response;
    }

    private async ValueTask<CredentialSet> RenewAsync(CredentialSet stale, HttpResponseMessage refused, CancellationToken cancellationToken)
    {
        try
        {
            return await _credentials!.RenewAsync(stale, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            refused.Dispose();
            throw;
        }
    }

    private async ValueTask<HttpResponseMessage> SendOnceAsync(
        ApiRequest request, SecurityScheme[] schemes, CredentialSet credentials, CancellationToken cancellationToken)
    {
        using var message = request.ToMessage(_core.ServerOf(request.Operation), schemes, credentials, _headers);
        foreach (var scheme in schemes)
        {
            if (scheme.Kind == SecurityKind.Custom)
                await _core.Signers[scheme.Name].SignAsync(message, scheme.Name, cancellationToken).ConfigureAwait(false);
        }

        return await _core.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private bool MayRenew(ApiRequest request, SecurityScheme[] schemes) =>
        _core.Renews && _credentials is not null && schemes.Length > 0 && request.IsReplayable;

    /// <summary>The first alternative whose credentials are all there.</summary>
    /// <exception cref="CredentialException">There is none.</exception>
    private SecurityScheme[] Choose(OperationInfo operation, CredentialSet credentials)
    {
        foreach (var alternative in _core.AlternativesOf(operation))
        {
            if (IsComplete(alternative, credentials))
                return alternative;
        }

        var missing = operation.Security.SelectMany(static names => names).Distinct().ToArray();
        throw new CredentialException(
            operation.Id,
            missing,
            $"{operation.Id}: there is no credential. It needs {string.Join(" or ", operation.Security.Select(static names => string.Join(" and ", names)))}.");
    }

    private bool IsComplete(SecurityScheme[] schemes, CredentialSet credentials)
    {
        foreach (var scheme in schemes)
        {
            var isThere = scheme.Kind == SecurityKind.Custom ? _core.Signers.ContainsKey(scheme.Name) : credentials.Find(scheme.Name) is not null;
            if (!isThere)
                return false;
        }

        return true;
    }

    /// <summary>Uses credentials that the server rotated from now on.</summary>
    private void TakeOver(SecurityScheme[] schemes, CredentialSet sentWith, HttpResponseMessage response)
    {
        foreach (var scheme in schemes)
        {
            if (scheme.RotatedByHeader is not { } header || !response.Headers.NonValidated.TryGetValues(header, out var values))
                continue;
            var value = values.ToString();
            if (value.Length == 0)
                continue;
            var expiresAt = scheme.LifetimeSeconds is { } seconds ? _core.Clock.GetUtcNow().AddSeconds(seconds) : (DateTimeOffset?)null;
            _credentials?.TakeOver(sentWith, scheme.Name, new(value, expiresAt));
        }
    }
}
