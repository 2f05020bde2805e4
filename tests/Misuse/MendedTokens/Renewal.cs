namespace Misuse;

/// <summary>Credentials that are only half renewed.</summary>
public sealed class Renewal(IFabricClient fabric, ICcMessagingClient messaging, TokenRequest token, ApplyTokenRequest apply)
{
    // Tokens of our own, so the client does not renew them.
    private readonly ICcMessagingClient _client = messaging.With(new CallOptions { Credentials = new StaticCredentials(new Dictionary<string, string>()) });

    /// <summary>Renews one credential of two.</summary>
    public async Task RenewHalfAsync(CancellationToken ct)
    {
        for (var failures = 0; ;)
        {
            try
            {
                var e = await _client.GetClickToCallEventsAsync(Channel.WEB, ct); // CG4002
                failures = 0;
                if (e.IsTerminal)
                    return;
            }
            catch (ApiException stale) when (stale.Status is 401 or 403)
            {
                await fabric.TokenByAkSkAsync(600, token, ct);
            }
            catch (ClientGenException) when (++failures <= 3)
            {
                await Task.Delay(1000, ct);
            }
        }
    }

    /// <summary>Gets the other one.</summary>
    public Task<ApplyTokenResponse> ApplyAsync(CancellationToken ct) => messaging.ApplyTokenAsync(apply, ct);
}
