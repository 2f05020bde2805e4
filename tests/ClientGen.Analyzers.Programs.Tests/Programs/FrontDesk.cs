using ContactCenter.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FrontDeskApp;

/// <summary>Whether calls are possible; asked once for each conversation.</summary>
public interface ISupportService
{
    Task<bool> CanCallAsync(CancellationToken cancellationToken);
}

/// <summary>Calls of customers.</summary>
public interface ICallService
{
    Task<string> TalkAsync(bool withPicture, CancellationToken cancellationToken);
}

internal sealed class SupportService(ICcMessagingClient client) : ISupportService
{
    public async Task<bool> CanCallAsync(CancellationToken cancellationToken)
    {
        var support = await client.CheckClickToCallSupportAsync(Channel.WEB, cancellationToken);
        if («support.WebRTCSupported != true¦CG1002→support.WebRTCSupported == null¦CG1002→support.WebRTCSupported == true»)
            return false;
        if («support.ClickToCallSupported != true¦CG1002→support.ClickToCallSupported == null¦CG1002→support.ResultCode != ResultCode.Success»)
            return false;
        return true;
    }
}

internal sealed class CallService(ICcMessagingClient client, ISupportService support, ILogger<CallService> logger) : ICallService
{
    public async Task<string> TalkAsync(bool withPicture, CancellationToken cancellationToken)
    {
        if («!await support.CanCallAsync(cancellationToken)¦CG1001,CG1002→await support.CanCallAsync(cancellationToken)»)
        {
            logger.LogInformation("No calls");
            return "no calls";
        }

        var media = withPicture ? MediaAbility.Video : MediaAbility.Voice;
        await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = media }, cancellationToken);
        var ended = false;
        try
        {
            await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, cancellationToken))
            {
                ended = e.IsTerminal;
                logger.LogInformation("{Event}", e);
            }
        }
        finally
        {
            if («!ended¦CG5001,CG5002→ended¦CG5001,CG5002→withPicture»)
                await client.DropClickToCallAsync(new() { Channel = Channel.WEB }, CancellationToken.None);
        }

        return ended ? "thank you" : "interrupted";
    }
}

/// <summary>Registration.</summary>
public static class FrontDesk
{
    public static IServiceCollection AddFrontDesk(this IServiceCollection services, Uri server)
    {
        services.AddCcMessagingClient(options => options.BaseAddress = server);
        return services.AddScoped<ISupportService, SupportService>().AddScoped<ICallService, CallService>();
    }
}
