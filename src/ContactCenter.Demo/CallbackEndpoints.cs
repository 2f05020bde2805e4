using System.Net;
using ClientGen.Callbacks;
using ContactCenter.Rtc;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Demo;

/// <summary>Takes callbacks with ASP.NET Core, through the generated endpoints.</summary>
internal static class CallbackEndpoints
{
    private const string Status = "/callStatus";
    private const string Fee = "/callFee";

    /// <summary>Opens a server on a free port of this machine.</summary>
    /// <param name="receiver">Receives the callbacks.</param>
    /// <param name="options">How they are received.</param>
    /// <param name="delivered">Hears of each delivery: the path, and the status of the reply.</param>
    /// <param name="cancellationToken">Gives up opening.</param>
    public static async Task<CallbackServer> OpenAsync(
        IRtcVoiceReceiver receiver, CallbackOptions options, Action<string, int> delivered, CancellationToken cancellationToken)
    {
        // Empty: nothing of the environment decides about the demo.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.Use(async (context, next) =>
        {
            await next(context);
            delivered(context.Request.Path.Value![1..], context.Response.StatusCode);
        });
        app.UseRouting();
        app.MapRtcVoiceCallbacks(receiver, options);
        await app.StartAsync(cancellationToken);
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return new(new(address, Status), new(address, Fee), app.DisposeAsync);
    }
}
