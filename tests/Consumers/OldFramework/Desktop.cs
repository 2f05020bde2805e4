using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using ClientGen;
using ContactCenter.Messaging;
using ContactCenter.Rtc;
using ContactCenter.VideoSignalling;
using Contoso.Pets;

namespace OldFramework;

/// <summary>What a desktop does with the clients.</summary>
public static class Desktop
{
    /// <summary>Waits for an agent.</summary>
    public static async Task<bool> CallAsync(ContactCenterOptions options, CancellationToken cancellationToken)
    {
        await using var session = ContactCenterSession.Create(options);
        var support = await session.Messaging.CheckClickToCallSupportAsync(Channel.WEB, cancellationToken);
        if (support is not { WebRTCSupported: true, ClickToCallSupported: true })
            return false;
        await session.Messaging.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, cancellationToken);
        await foreach (var e in session.Messaging.ClickToCallEventsAsync(Channel.WEB, cancellationToken))
        {
            if (e is CallConnected)
                break;
        }

        await session.Messaging.DropClickToCallAsync(new() { Channel = Channel.WEB }, cancellationToken);
        return true;
    }

    /// <summary>Signs its calls.</summary>
    public static RtcVoiceClient Voice(HttpClient http, string key, string secret) =>
        new(http, new ApiClientOptions().UseAksk(new() { AppKey = key, AppSecret = secret }));

    /// <summary>Listens to an agent's events.</summary>
    public static async Task ListenAsync(IVideoSignallingClient client, CancellationToken cancellationToken)
    {
        await foreach (var e in client.EventsAsync(cancellationToken))
            Console.WriteLine(e is IncomingCall ? "a call" : "something else");
    }

    /// <summary>A day of a contract is a date at midnight here: this framework has no type for days.</summary>
    public static DateTime? Birthday(Pet pet) => pet.Born;
}
