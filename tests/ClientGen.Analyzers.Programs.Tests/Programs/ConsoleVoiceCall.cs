using ContactCenter.Messaging;
using Microsoft.Extensions.DependencyInjection;

// A console program: signs in, asks, calls, and shows what happens until the call is over.
if (args is not [var server, var userId, var channelId])
{
    Console.Error.WriteLine("usage: call <server> <user> <channel>");
    return 64;
}

var services = new ServiceCollection();
services.AddCcMessagingClient(options => options.BaseAddress = new Uri(server));
await using var provider = services.BuildServiceProvider();
var client = provider.GetRequiredService<ICcMessagingClient>();

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

try
{
    await client.SendAsync(
        new()
        {
            Channel = Channel.WEB,
            Content = "start",
            ControlType = UplinkControlType.CONNECT,
            From = userId,
            MediaType = UplinkMediaType.TEXT,
            SourceType = UplinkSourceType.CUSTOMER,
            To = channelId,
        },
        stop.Token);

    var support = await client.CheckClickToCallSupportAsync(Channel.WEB, stop.Token);
    if («support is not { WebRTCSupported: true, ClickToCallSupported: true }¦CG1002→support is not { WebRTCSupported: true }¦CG1002→support is not { ClickToCallSupported: true }¦CG1002,CG1001→support is { WebRTCSupported: true, ClickToCallSupported: true }¦CG1002,CG1001→support is null¦CG1002,CG1001→support is { WebRTCSupported: false, ClickToCallSupported: false }»)
    {
        Console.Error.WriteLine("This channel takes no calls.");
        return 2;
    }

    «await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, stop.Token);¦CG1004,CG1006→_ = client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, stop.Token);»
    try
    {
        await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, stop.Token))
        {
            Console.WriteLine(Describe(e));
        }
    }
    finally
    {
        «await client.DropClickToCallAsync(new() { Channel = Channel.WEB });¦CG5001,CG5002→Console.WriteLine("over");¦CG1006→_ = client.DropClickToCallAsync(new() { Channel = Channel.WEB });»
    }

    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
catch (PollingGaveUpException e)
{
    Console.Error.WriteLine($"The server has been silent {e.Attempts} times.");
    return 3;
}
catch (ClientGenException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

static string Describe(ClickToCallEvent e) => e switch
{
    CallQueued => "waiting for an agent",
    CallConnected { Content: var content } => $"connected by way of {content.GwAddresses.Count} gateways",
    CallTransferred => "transferred",
    QueueTimedOut => "nobody was free",
    CallFailed { Content: { } cause } => $"failed, cause {cause.CauseId}",
    CallReleased => "released",
    _ => "something else",
};
