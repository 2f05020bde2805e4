namespace ClientGen.Http;

public sealed partial class ApiPipeline
{
    /// <summary>Sends a call, once more with fresh credentials if need be, and returns as soon as the headers are there.</summary>
    private async ValueTask<HttpResponseMessage> ExchangeAsync(OperationPlan plan, ApiRequest request, CancellationToken cancellationToken)
    {
        if (!plan.NeedsProof)
            return await SendOnceAsync(plan, request, Proof.None, cancellationToken).ConfigureAwait(false);

        var proof = plan.Proof(_credentials is null ? CredentialSet.Empty : await _credentials.GetAsync(cancellationToken).ConfigureAwait(false));
        var response = await SendOnceAsync(plan, request, proof, cancellationToken).ConfigureAwait(false);
        if (MayRenew(request, proof) && request.Operation.RenewOn.AsSpan().Contains((int)response.StatusCode))
        {
            var fresh = await RenewAsync(proof.Credentials, response, cancellationToken).ConfigureAwait(false);
            // A source that has nothing newer: the server's refusal is the answer.
            if (fresh.Version == proof.Credentials.Version)
                return response;
            _core.Log.Renewed(request.Operation.Id, (int)response.StatusCode);
            response.Dispose();
            proof = plan.Proof(fresh);
            response = await SendOnceAsync(plan, request, proof, cancellationToken).ConfigureAwait(false);
        }

        if (proof.Rotated.Length > 0 && response.IsSuccessStatusCode)
            TakeOver(proof, response);
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

    // The message is not disposed: its content holds nothing of ours, and test doubles like to look at it later.
    private Task<HttpResponseMessage> SendOnceAsync(OperationPlan plan, ApiRequest request, Proof proof, CancellationToken cancellationToken)
    {
        var message = request.ToMessage(plan, proof, _headers);
        return proof.Signed.Length == 0 ? _core.SendAsync(message, cancellationToken) : SignAndSendAsync(message, proof, cancellationToken);
    }

    private async Task<HttpResponseMessage> SignAndSendAsync(HttpRequestMessage message, Proof proof, CancellationToken cancellationToken)
    {
        foreach (var scheme in proof.Signed)
            await _core.Signers[scheme.Name].SignAsync(message, scheme.Name, cancellationToken).ConfigureAwait(false);
        return await _core.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private bool MayRenew(ApiRequest request, Proof proof) =>
        _core.Renews && _credentials is not null && proof.Schemes.Length > 0 && request.IsReplayable;

    /// <summary>Uses credentials that the server rotated from now on.</summary>
    private void TakeOver(Proof proof, HttpResponseMessage response)
    {
        foreach (var scheme in proof.Rotated)
        {
            if (!response.Headers.NonValidated.TryGetValues(scheme.RotatedByHeader!, out var values))
                continue;
            var value = values.ToString();
            if (value.Length == 0)
                continue;
            var expiresAt = scheme.LifetimeSeconds is { } seconds ? _core.Clock.GetUtcNow().AddSeconds(seconds) : (DateTimeOffset?)null;
            _credentials?.TakeOver(proof.Credentials, scheme.Name, new(value, expiresAt));
        }
    }
}
