using ClientGen.Callbacks;
using ContactCenter.Rtc;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Notifications;

/// <summary>Where bills are kept.</summary>
public interface IBills
{
    Task SaveAsync(FeeInfo bill, CancellationToken cancellationToken);
}

/// <summary>Calls customers and reads them a text.</summary>
public sealed class Notifier(IRtcVoiceClient voice, ILogger<Notifier> logger)
{
    public async Task<string?> NotifyAsync(string from, string to, string template, IReadOnlyList<string> values, CancellationToken cancellationToken)
    {
        try
        {
            var call = await voice.CallnotifyAsync(
                new() { DisplayNbr = from, CalleeNbr = to, PlayInfoList = [new() { TemplateId = template, TemplateParas = values }] },
                cancellationToken);
            return call.SessionId.Value;
        }
        catch (ResultCodeException e)
        {
            logger.LogWarning("Refused: {Code}", e.Code);
            return null;
        }
    }

    public async Task<bool> StopAsync(string session, CancellationToken cancellationToken) =>
        await voice.CallStopOutcomeAsync(new() { Sessionid = session, Signal = CallSignal.CallStop }, cancellationToken)
            is CallStopOutcome.Ok { Body.Resultcode: ResultCode.Success };
}

/// <summary>Hears what happens to the calls.</summary>
public sealed class Ears(IBills bills, ILogger<Ears> logger) : IRtcVoiceReceiver
{
    public Task OnCallDialingAsync(CallDialing callback, CancellationToken cancellationToken) => Note("dialing");

    public Task OnCallAlertingAsync(CallAlerting callback, CancellationToken cancellationToken) => Note("alerting");

    public Task OnCallAnsweredAsync(CallAnswered callback, CancellationToken cancellationToken) => Note(callback.StatusInfo.SessionId);

    public Task OnDigitsCollectedAsync(DigitsCollected callback, CancellationToken cancellationToken) => Note("digits");

    public Task OnCallDisconnectedAsync(CallDisconnected callback, CancellationToken cancellationToken) => Note(callback.StatusInfo.StateDesc);

    public async Task OnFeeNotificationAsync(FeeNotification callback, CancellationToken cancellationToken)
    {
        foreach (var bill in callback.FeeLst)
            await bills.SaveAsync(bill, cancellationToken);
    }

    public Task OnUnknownAsync(UnknownCallback callback, CancellationToken cancellationToken) => Note("unknown");

    private Task Note(string text)
    {
        logger.LogInformation("{What}", text);
        return Task.CompletedTask;
    }
}

/// <summary>The application.</summary>
public static class Application
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRtcVoiceClient(options => options.BaseAddress = new Uri(builder.Configuration["Rtc:Address"]!));
        builder.Services.AddSingleton<Notifier>();
        builder.Services.AddSingleton<IRtcVoiceReceiver, Ears>();
        builder.Services.AddSingleton(services => new RtcVoiceCallbacks(services.GetRequiredService<IRtcVoiceReceiver>()));
        var app = builder.Build();
        app.MapPost("/status", async (HttpRequest request, RtcVoiceCallbacks callbacks) =>
            Answer(await callbacks.HandleCallStatusAsync(Read(request), request.HttpContext.RequestAborted)));
        app.MapPost("/fee", async (HttpRequest request, RtcVoiceCallbacks callbacks) =>
            Answer(await callbacks.HandleCallFeeAsync(Read(request), request.HttpContext.RequestAborted)));
        return app;
    }

    private static CallbackRequest Read(HttpRequest request) =>
        new(request.Method, request.Path, name => request.Headers[name], request.Body);

    private static IResult Answer(CallbackReply reply) => Results.StatusCode(reply.Status);
}
