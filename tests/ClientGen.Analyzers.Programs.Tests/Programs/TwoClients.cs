using ContactCenter.Messaging;
using Ferry;
using Microsoft.Extensions.Logging;

namespace TwoLines;

/// <summary>Travels with one client and talks with another; evidence of one says nothing about the other.</summary>
public sealed class Traveller(IFerryClient ferry, ICcMessagingClient messaging, ILogger<Traveller> logger)
{
    public async Task GoAsync(string pier, CancellationToken ct)
    {
        var (support, permit) = (await messaging.CheckClickToCallSupportAsync(Channel.WEB, ct), await ferry.AskPermitAsync(pier, ct));
        if (permit is not { ResultCode: "0" })
        {
            logger.LogWarning("The harbour says {Code}", permit.ResultCode);
            return;
        }

        var canTravel = «permit.DeckFree & permit.CrewReady¦CG1002→permit.DeckFree | permit.CrewReady¦CG1002→permit.DeckFree ^ permit.CrewReady¦CG1001,CG1002→support.WebRTCSupported == true && support.ClickToCallSupported == true»;
        var canTalk = «support.WebRTCSupported == true && support.ClickToCallSupported == true¦CG1001,CG1002→canTravel¦CG1002→support.WebRTCSupported == true && permit.DeckFree»;
        if (canTalk)
            await TalkAsync(ct);
        if (canTravel)
            await TravelAsync(pier, ct);
    }

    private async Task TalkAsync(CancellationToken ct)
    {
        await messaging.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct);
        try
        {
            await foreach (var e in messaging.ClickToCallEventsAsync(Channel.WEB, ct))
                logger.LogInformation("{Event}", e.GetType().Name);
        }
        finally
        {
            «await messaging.DropClickToCallAsync(new() { Channel = Channel.WEB }, CancellationToken.None);¦CG5001,CG5002→await ferry.CancelAsync("here", CancellationToken.None);»
        }
    }

    private async Task<FerryCall?> NextAsync(string pier, CancellationToken ct)
    {
        try
        {
            return await ferry.NextCallAsync(pier, ct);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            logger.LogWarning(e, "No word from the ferry");
            return null;
        }
    }

    private async Task TravelAsync(string pier, CancellationToken ct)
    {
        if (await ferry.BookAsync(pier, 1, ct) is not { ResultCode: "0" })
            return;
        try
        {
            for (var failures = 0; «failures < 4¦CG3004→failures >= 0¦CG3005,CG3004→failures < 40»;)
            {
                var call = await NextAsync(pier, ct);
                if (call is not { ResultCode: "0" })
                {
                    «failures++;¦CG3004→failures = 1;»
                    await Task.Delay(TimeSpan.FromSeconds(1), ct);
                    continue;
                }

                failures = 0;
                switch (call.Code)
                {
                    «case FerryCode.Arrived or FerryCode.Sunk:¦CG2001→case FerryCode.Arrived:¦CG2001→case FerryCode.Sunk:¦CG2002→case FerryCode.Arrived or FerryCode.Sunk or FerryCode.Boarding:»
                        return;
                    case FerryCode.Delayed:
                        logger.LogWarning("late: {Text}", call.Text);
                        break;
                    case null:
                        break;
                    default:
                        logger.LogInformation("{Code}", call.Code);
                        break;
                }
            }
        }
        finally
        {
            var answer = await ferry.CancelAsync(pier, CancellationToken.None);
            if (answer.ResultCode != "0")
                logger.LogWarning("The booking stays: {Code}", answer.ResultCode);
        }
    }
}
