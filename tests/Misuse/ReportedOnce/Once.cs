namespace Misuse;

/// <summary>Does once what has to be done again.</summary>
public sealed class Once(ICcMessagingClient client, ApplyTokenRequest request)
{
    private static string? _token;

    /// <summary>Signs in for ever.</summary>
    public async Task<string?> TokenAsync(CancellationToken ct)
    {
        _token ??= (await client.ApplyTokenAsync(request, ct)).Token; // CG4004
        return _token;
    }

    /// <summary>Hears of one event of the call.</summary>
    public async Task CallAsync(CancellationToken ct)
    {
        if (await client.CheckClickToCallSupportAsync(Channel.WEB, ct) is not { WebRTCSupported: true, ClickToCallSupported: true })
            return;
        await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct);
        try
        {
            Console.WriteLine(await client.GetClickToCallEventsAsync(Channel.WEB, ct)); // CG2003
        }
        finally
        {
            await client.DropClickToCallAsync(new() { Channel = Channel.WEB }, CancellationToken.None);
        }
    }
}
