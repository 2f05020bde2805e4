using ContactCenter.Fabric;
using ContactCenter.Messaging;
using Microsoft.Extensions.Configuration;

namespace Renewal;

/// <summary>Renews tokens itself: the client's own renewal is off.</summary>
public sealed class CallWithOwnTokens
{
    private readonly IFabricClient _fabric;
    private readonly IConfiguration _configuration;
    private readonly ICcMessagingClient _root;
    private ICcMessagingClient _client;

    public CallWithOwnTokens(HttpClient http, IFabricClient fabric, IConfiguration configuration)
    {
        _fabric = fabric;
        _configuration = configuration;
        _root = new CcMessagingClient(http, new ApiClientOptions { RenewCredentials = false, BaseAddress = new Uri(configuration["Address"]!) });
        _client = _root;
    }

    public async Task RunAsync(CancellationToken ct)
    {
        await SignInAsync(ct);
        var support = await _client.CheckClickToCallSupportAsync(Channel.WEB, ct);
        if (support is not { ClickToCallSupported: true, WebRTCSupported: true })
            return;
        await _client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct);
        try
        {
            await PollAsync(ct);
        }
        finally
        {
            await _client.DropClickToCallAsync(new() { Channel = Channel.WEB }, CancellationToken.None);
        }
    }

    private async Task PollAsync(CancellationToken ct)
    {
        var failures = 0;
        var renewals = 0;
        while (true)
        {
            try
            {
                var e = await _client.GetClickToCallEventsAsync(Channel.WEB, ct);
                (failures, renewals) = (0, 0);
                if (e.IsTerminal)
                    return;
            }
            «catch (ApiException e) when (e.Status is 401 or 403 && renewals++ == 0)
            {
                await SignInAsync(ct);
            }¦CG4001,CG4003→»
            catch (ClientGenException e) when (e is not ApiException { Status: 401 or 403 } && ++failures <= 3)
            {
                await Task.Delay(1000, ct);
            }
        }
    }

    private async Task SignInAsync(CancellationToken ct)
    {
        var key = _configuration["Key"]!;
        «var token = await _fabric.TokenByAkSkAsync(600, new() { AppKey = key, AppSecret = _configuration["Secret"]! }, ct);
        var credentials = new Dictionary<string, string> { ["appKey"] = key, ["fabricBearer"] = token.AccessToken };¦CG4002,CG1003→var credentials = new Dictionary<string, string> { ["appKey"] = key, ["fabricBearer"] = _configuration["Bearer"]! };»
        var client = _root.With(new CallOptions { Credentials = new StaticCredentials(credentials) });
        «credentials["messagingToken"] = (await client.ApplyTokenAsync(
            new() { UserId = _configuration["User"]!, UserName = "web", ChannelId = _configuration["Channel"]!, Locale = Locale.En }, ct)).Token ?? "";¦CG4002→»
        _client = _root.With(new CallOptions { Credentials = new StaticCredentials(credentials) });
    }
}
