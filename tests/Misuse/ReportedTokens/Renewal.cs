namespace Misuse;

/// <summary>Credentials that run out and are not renewed.</summary>
public sealed class Renewal(ICcMessagingClient messaging)
{
    // Tokens of our own, so the client does not renew them.
    private readonly ICcMessagingClient _client = messaging.With(new CallOptions { Credentials = new StaticCredentials(new Dictionary<string, string>()) });

    /// <summary>Ends when they do.</summary>
    public async Task EndWithTheTokensAsync(CancellationToken ct)
    {
        for (var failures = 0; ;)
        {
            try
            {
                var e = await _client.GetClickToCallEventsAsync(Channel.WEB, ct); // CG4001
                failures = 0;
                if (e.IsTerminal)
                    return;
            }
            catch (ApiException stale) when (stale.Status is 401 or 403)
            {
                return;
            }
            catch (ClientGenException) when (++failures <= 3)
            {
                await Task.Delay(1000, ct);
            }
        }
    }

    /// <summary>Sends them again.</summary>
    public async Task SendThemAgainAsync(CancellationToken ct)
    {
        for (var failures = 0; ;)
        {
            try
            {
                var e = await _client.GetClickToCallEventsAsync(Channel.WEB, ct); // CG4003
                failures = 0;
                if (e.IsTerminal)
                    return;
            }
            catch (ApiException stale) when (stale.Status is 401 or 403)
            {
                await Task.Delay(1000, ct);
            }
            catch (ClientGenException) when (++failures <= 3)
            {
                await Task.Delay(1000, ct);
            }
        }
    }
}
