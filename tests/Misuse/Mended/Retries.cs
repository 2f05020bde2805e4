namespace Misuse;

/// <summary>Failures that are retried too little, too much or too fast.</summary>
public sealed class Retries(ICcMessagingClient client)
{
    /// <summary>Gives up long before news may come.</summary>
    public async Task PollImpatientlyAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10)); // CG3001
        await client.GetClickToCallEventsAsync(Channel.WEB, patience.Token);
    }

    /// <summary>Ends with the first failure.</summary>
    public async Task GiveUpAtOnceAsync(CancellationToken ct)
    {
        while (true)
        {
            var e = await client.GetClickToCallEventsAsync(Channel.WEB, ct); // CG3003
            if (e.IsTerminal)
                break;
            Console.WriteLine(e);
        }
    }

    /// <summary>Never gives up.</summary>
    public async Task NeverGiveUpAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                var e = await client.GetClickToCallEventsAsync(Channel.WEB, ct); // CG3004
                if (e.IsTerminal)
                    return;
            }
            catch (ClientGenException)
            {
                await Task.Delay(1000, ct);
            }
        }
    }

    /// <summary>Tries ten times.</summary>
    public async Task InsistAsync(CancellationToken ct)
    {
        var failures = 0;
        while (true)
        {
            try
            {
                var e = await client.GetClickToCallEventsAsync(Channel.WEB, ct); // CG3005
                failures = 0;
                if (e.IsTerminal)
                    return;
            }
            catch (ClientGenException) when (++failures <= 9)
            {
                await Task.Delay(1000, ct);
            }
        }
    }

    /// <summary>Does not wait between attempts.</summary>
    public async Task HammerAsync(CancellationToken ct)
    {
        var failures = 0;
        while (true)
        {
            try
            {
                var e = await client.GetClickToCallEventsAsync(Channel.WEB, ct); // CG3008
                failures = 0;
                if (e.IsTerminal)
                    return;
            }
            catch (ClientGenException) when (++failures <= 3)
            {
                // Perhaps this time.
            }
        }
    }

    /// <summary>Hangs up because there was no news.</summary>
    public async Task MistakeSilenceAsync(CancellationToken ct)
    {
        var failures = 0;
        while (true)
        {
            try
            {
                var e = await client.GetClickToCallEventsAsync(Channel.WEB, ct); // CG3009
                failures = 0;
                if (e.IsTerminal)
                    return;
            }
            catch (DeadlineExceededException)
            {
                await client.DropClickToCallAsync(new() { Channel = Channel.WEB });
                return;
            }
            catch (ClientGenException) when (++failures <= 3)
            {
                await Task.Delay(1000, ct);
            }
        }
    }
}
