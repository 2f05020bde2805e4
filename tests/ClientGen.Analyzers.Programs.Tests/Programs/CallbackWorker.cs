using System.Threading.Channels;
using ContactCenter.Messaging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Channel = ContactCenter.Messaging.Channel;

namespace Worker;

/// <summary>Someone who wants to be called.</summary>
public sealed record Wish(string Customer, bool WithPicture);

/// <summary>Takes wishes from a queue and calls one customer after another.</summary>
public sealed class CallWorker(Channel<Wish> wishes, ICcMessagingClient client, ILogger<CallWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var wish in wishes.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await CallAsync(wish, stoppingToken);
            }
            catch (ClientGenException e)
            {
                logger.LogError(e, "The call has failed");
            }
        }
    }

    private async Task CallAsync(Wish wish, CancellationToken stoppingToken)
    {
        var (browser, platform) = await SupportAsync(stoppingToken);
        if («!browser || !platform¦CG1002→!browser && !platform¦CG1002→!browser¦CG1002→!platform¦CG1002→browser && platform»)
        {
            logger.LogInformation("No call is possible at the moment");
            return;
        }

        await using var call = await OpenCall.StartAsync(client, wish.WithPicture ? MediaAbility.Video : MediaAbility.Voice, stoppingToken);
        await foreach (var e in call.EventsAsync(stoppingToken))
            logger.LogInformation("{Event}", e.GetType().Name);
    }

    private async Task<(bool Browser, bool Platform)> SupportAsync(CancellationToken stoppingToken)
    {
        var answer = await client.CheckClickToCallSupportAsync(Channel.WEB, stoppingToken);
        return («answer.WebRTCSupported.GetValueOrDefault()¦CG1002→answer.WebRTCSupported.HasValue¦CG1002→answer.ClickToCallSupported.GetValueOrDefault()», answer.ClickToCallSupported ?? «false¦CG1002→true»);
    }

    /// <summary>A call that is dropped when it is disposed.</summary>
    private sealed class OpenCall(ICcMessagingClient client) : IAsyncDisposable
    {
        private bool _isOver;

        public static async Task<OpenCall> StartAsync(ICcMessagingClient client, MediaAbility media, CancellationToken cancellationToken)
        {
            await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = media }, cancellationToken);
            return new OpenCall(client);
        }

        public async IAsyncEnumerable<ClickToCallEvent> EventsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, cancellationToken))
            {
                _isOver = e.IsTerminal;
                yield return e;
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (!_isOver)
                «await client.DropClickToCallAsync(new() { Channel = Channel.WEB });¦CG5001,CG5002→await Task.Yield();»
        }
    }
}
