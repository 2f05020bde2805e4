namespace Misuse;

/// <summary>Calls that somebody else has to end.</summary>
public sealed class Lifecycle(ICcMessagingClient client)
{
    /// <summary>Goes home without hanging up.</summary>
    public async Task LeaveOpenAsync(CancellationToken ct)
    {
        if (await client.CheckClickToCallSupportAsync(Channel.WEB, ct) is not { WebRTCSupported: true, ClickToCallSupported: true })
            return;
        await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct); // CG5001
        if (DateTime.Now.Hour > 18)
            return;
        await client.DropClickToCallAsync(new() { Channel = Channel.WEB });
    }

    /// <summary>Does not hang up when something fails.</summary>
    public async Task LeaveOpenOnFailureAsync(CancellationToken ct)
    {
        if (await client.CheckClickToCallSupportAsync(Channel.WEB, ct) is not { WebRTCSupported: true, ClickToCallSupported: true })
            return;
        await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct); // CG5002
        var e = await client.GetClickToCallEventsAsync(Channel.WEB, ct);
        Console.WriteLine(e);
        await client.DropClickToCallAsync(new() { Channel = Channel.WEB });
    }
}
