using ClientGen;

namespace Sea;

/// <summary>Does everything as the contract has it.</summary>
public sealed class Keeper(ILighthouseClient lighthouse)
{
    public async Task KeepAsync(CancellationToken ct)
    {
        var condition = await lighthouse.InspectLampAsync(ct);
        if (!condition.Clean || !condition.Fuelled)
            return;
        await lighthouse.LightLampAsync(ct);
        try
        {
            await WatchAsync(ct);
        }
        finally
        {
            await lighthouse.DouseLampAsync(CancellationToken.None);
        }
    }

    private async Task WatchAsync(CancellationToken ct)
    {
        var failures = 0;
        while (true)
        {
            Signal signal;
            try
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
                patience.CancelAfter(TimeSpan.FromSeconds(30));
                signal = await lighthouse.AwaitSignalAsync(patience.Token);
                failures = 0;
            }
            catch (ClientGenException) when (++failures <= 3)
            {
                await Task.Delay(1000, ct);
                continue;
            }

            if (signal.Kind is SignalKind.Dawn or SignalKind.Fire)
                return;
        }
    }
}
