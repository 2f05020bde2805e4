namespace Misuse;

/// <summary>Calls made without what must come first.</summary>
public sealed class Preconditions(ICcMessagingClient client)
{
    /// <summary>Rings without asking whether the caller can be rung.</summary>
    public async Task RingUnaskedAsync(CancellationToken ct)
    {
        try
        {
            await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct); // CG1001
        }
        finally
        {
            await client.DropClickToCallAsync(new() { Channel = Channel.WEB });
        }
    }

    /// <summary>Tests one half of the answer.</summary>
    public async Task<bool> RingHalfAskedAsync(CancellationToken ct)
    {
        var support = await client.CheckClickToCallSupportAsync(Channel.WEB, ct);
        if (support.WebRTCSupported != true)
            return false;
        try
        {
            await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct); // CG1002
            return true;
        }
        finally
        {
            await client.DropClickToCallAsync(new() { Channel = Channel.WEB });
        }
    }

    /// <summary>Takes HTTP's success for the server's.</summary>
    public async Task ShowGatewayAsync(CancellationToken ct)
    {
        if (await client.GetClickToCallEventsOutcomeAsync(Channel.WEB, ct) is GetClickToCallEventsOutcome.Ok { Body: CallConnected connected })
            Console.WriteLine(connected.Content); // CG1005
    }

    /// <summary>Lets go of a call under way.</summary>
    public async Task HangUpAsync()
    {
        _ = client.DropClickToCallAsync(new() { Channel = Channel.WEB }); // CG1006
        await Task.Yield();
    }

    /// <summary>Asks and rings at once.</summary>
    public async Task RingAtOnceAsync(CancellationToken ct)
    {
        await Task.WhenAll(
            client.CheckClickToCallSupportAsync(Channel.WEB, ct),
            client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct)); // CG1007
        await client.DropClickToCallAsync(new() { Channel = Channel.WEB });
    }
}
