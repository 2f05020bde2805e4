namespace Misuse;

/// <summary>Calls in the wrong order.</summary>
public sealed class Preconditions(IFabricClient fabric, ICcMessagingClient client)
{
    /// <summary>Applies for a token before it has signed in.</summary>
    public async Task SignInBackwardsAsync(TokenRequest token, ApplyTokenRequest request, CancellationToken ct)
    {
        await client.ApplyTokenAsync(request, ct); // CG1003
        await fabric.TokenByAkSkAsync(600, token, ct);
    }

    /// <summary>Asks for news of a call that nobody has made.</summary>
    public async Task PollFirstAsync(CancellationToken ct)
    {
        if (await client.CheckClickToCallSupportAsync(Channel.WEB, ct) is not { WebRTCSupported: true, ClickToCallSupported: true })
            return;
        await client.GetClickToCallEventsAsync(Channel.WEB, ct); // CG1004
        await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct);
        await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, ct))
            Console.WriteLine(e);
    }

    /// <summary>Asks for news after the last news.</summary>
    public async Task PollAfterTheEndAsync(CancellationToken ct)
    {
        var failures = 0;
        while (true)
        {
            ClickToCallEvent e;
            try
            {
                e = await client.GetClickToCallEventsAsync(Channel.WEB, ct);
                failures = 0;
            }
            catch (ClientGenException) when (++failures <= 3)
            {
                await Task.Delay(1000, ct);
                continue;
            }

            if (e.IsTerminal)
                break;
        }

        await client.GetClickToCallEventsAsync(Channel.WEB, ct); // CG1008
    }
}
