using ContactCenter.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Shop.Web;

/// <summary>An ASP.NET Core application that lets a page start a call and follow it as server-sent text.</summary>
public static class Startup
{
    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddCcMessagingClient(options => builder.Configuration.GetSection("ContactCenter").Bind(options));
        builder.Services.AddSingleton<CallDesk>();
        var app = builder.Build();
        app.MapGet("/calls/possible", async (ICcMessagingClient client, CancellationToken ct) =>
        {
            var answer = await client.CheckClickToCallSupportAsync(Channel.WEB, ct);
            return Results.Ok(new { voice = answer.ClickToCallSupported ?? false, browser = answer.WebRTCSupported ?? false });
        });
        app.MapPost("/calls", async (CallDesk desk, HttpResponse response, CancellationToken ct) =>
        {
            response.ContentType = "text/plain";
            var line = await desk.CallAsync(text => response.WriteAsync(text + "\n", ct), ct);
            await response.WriteAsync(line, ct);
        });
        await app.RunAsync();
    }

    private static void Bind(this Microsoft.Extensions.Configuration.IConfigurationSection section, ApiClientOptions options) =>
        options.BaseAddress = section["BaseAddress"] is { Length: > 0 } address ? new Uri(address) : null;
}

/// <summary>One call from begin to end.</summary>
public sealed class CallDesk(ICcMessagingClient client, ILogger<CallDesk> logger)
{
    private static readonly DropClickToCallRequest Bye = new() { Channel = Channel.WEB };

    public async Task<string> CallAsync(Func<string, Task> tell, CancellationToken cancellationToken)
    {
        if (await FindProblemAsync(cancellationToken) is { } problem)
            return problem;

        try
        {
            await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, cancellationToken);
        }
        catch (ResultCodeException e)
        {
            logger.LogWarning("The call was refused with {Code}", e.Code);
            return "refused";
        }

        «try
        {
            return await FollowAsync(tell, cancellationToken);
        }
        finally
        {
            await client.DropClickToCallAsync(Bye, CancellationToken.None);
        }¦CG5002→var line = await FollowAsync(tell, cancellationToken);
        await client.DropClickToCallAsync(Bye, CancellationToken.None);
        return line;¦CG5001→return await FollowAsync(tell, cancellationToken);¦CG5001,CG5002→try
        {
            return await FollowAsync(tell, cancellationToken);
        }
        catch (ClientGenException)
        {
            await client.DropClickToCallAsync(Bye, CancellationToken.None);
            return "problem";
        }»
    }

    private async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        ClickToCallSupport support;
        try
        {
            support = await client.CheckClickToCallSupportAsync(Channel.WEB, cancellationToken);
        }
        catch (ApiException e) when (e.Status >= 500)
        {
            logger.LogError(e, "The contact center does not answer");
            return "try again later";
        }

        if («support.WebRTCSupported is not true¦CG1002→support.WebRTCSupported is null¦CG1002→support.WebRTCSupported is true¦CG1002→support.ResultCode != ResultCode.Success»)
            return "the browser cannot call";
        return «support.ClickToCallSupported is true ? null : "calls are closed"¦CG1002→null¦CG1002→support.ClickToCallSupported is true ? "calls are closed" : null»;
    }

    private async Task<string> FollowAsync(Func<string, Task> tell, CancellationToken cancellationToken)
    {
        var attempt = 0;
        for (; ; )
        {
            try
            {
                var e = await client.GetClickToCallEventsAsync(Channel.WEB, cancellationToken);
                attempt = 0;
                await tell(e.GetType().Name);
                if («e.IsTerminal¦CG2001→e is CallReleased or CallFailed¦CG2002→e.IsTerminal || e is NoEvent¦CG2001,CG2002→e is CallConnected»)
                    return "over";
            }
            catch (Exception e) when (e is TransportException or DeadlineExceededException or ApiException { Status: >= 500 } or ResultCodeException)
            {
                if («++attempt > 3¦CG3004→attempt > 3¦CG3005,CG3004→++attempt > 20¦CG3003→++attempt > 0»)
                    return "gave up";
                «await Task.Delay(TimeSpan.FromSeconds(attempt), cancellationToken);¦CG3008→logger.LogDebug("again");»
            }
        }
    }
}
