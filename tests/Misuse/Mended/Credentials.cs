using Microsoft.Extensions.Configuration;

namespace Misuse;

/// <summary>Credentials in the wrong place, or only half renewed.</summary>
public sealed class Credentials(IFabricClient fabric, ICcMessagingClient messaging, TokenRequest token, ApplyTokenRequest apply)
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

    /// <summary>Renews both.</summary>
    public Task<ApplyTokenResponse> ApplyAsync(CancellationToken ct) => messaging.ApplyTokenAsync(apply, ct);

    /// <summary>Keeps a secret where everybody reads it.</summary>
    public static ContactCenterOptions Options(IConfiguration configuration) => new()
    {
        AppKey = configuration["ContactCenter:AppKey"]!,
        AppSecret = "a81bc81bdead4e5d", // CG4005
    };
}
