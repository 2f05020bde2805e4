using Harbour;
using Microsoft.Extensions.Logging;

namespace Piloting;

/// <summary>Brings ships in, one after another.</summary>
public sealed partial class Pilot(IHarbourClient harbour, ILogger<Pilot> logger)
{
    private const int Retries = «2¦CG3005,CG3004→12»;
    private readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);

    public async Task<bool> BringInAsync(int berth, string name, CancellationToken cancellationToken)
    {
        var clearance = await harbour.AskClearanceAsync(berth, cancellationToken: cancellationToken);
        if («!IsClear(clearance)¦CG1002,CG1001→IsClear(clearance)»)
            return false;

        var ship = new Ship { Name = name, Cargo = [Cargo.Grain, Cargo.Ore] };
        await harbour.MoorShipAsync(berth, ship, cancellationToken);
        try
        {
            await WatchAsync(berth, cancellationToken);
            return true;
        }
        finally
        {
            «await harbour.CastOffAsync(berth, CancellationToken.None);¦CG5001→logger.LogInformation("Left");»
        }
    }

    private static bool IsClear(Clearance clearance) => «clearance.TugsReady && clearance.Weather == ClearanceWeather.Calm¦CG1002→clearance.TugsReady¦CG1002→clearance.Weather == ClearanceWeather.Calm¦CG1002→clearance.TugsReady || clearance.Weather == ClearanceWeather.Calm¦CG1002→clearance.TugsReady && clearance.Weather != ClearanceWeather.Calm¦CG1002→clearance.TugsReady && clearance.Weather == ClearanceWeather.Rough¦CG1002→!clearance.TugsReady && clearance.Weather == ClearanceWeather.Calm»;
}

public sealed partial class Pilot
{
    private async Task WatchAsync(int berth, CancellationToken cancellationToken)
    {
        var failures = 0;
        BerthEvent? seen;
        do
        {
            seen = null;
            try
            {
                seen = await harbour.WatchBerthAsync(berth, cancellationToken);
                failures = 0;
                logger.LogInformation("{Event}", seen);
            }
            catch (Exception e) when (e is ClientGenException)
            {
                «failures += 1;¦CG3004→»
                logger.LogWarning(e, "No word from the berth");
                «await Task.Delay(_pause, cancellationToken);¦CG3008→»
            }
        }
        while («seen is not BerthLost && failures <= Retries¦CG2001→failures <= Retries¦CG2002→seen is not BerthLost and not TideTurned && failures <= Retries¦CG3004→seen is not BerthLost¦CG2001,CG2002→seen is not ShipSighted && failures <= Retries¦CG3003→seen is not BerthLost && failures == 0»);
    }
}

/// <summary>The same by the contract's workflow.</summary>
public sealed class Autopilot(DockingWorkflows workflows)
{
    public async Task<string?> BringInAsync(int berth, string name, CancellationToken cancellationToken)
    {
        var outputs = await workflows.DockAsync(new() { Berth = berth, Ship = name }, onWatch: (e, _) =>
        {
            Console.WriteLine(e);
            return Task.CompletedTask;
        }, cancellationToken: cancellationToken);
        return outputs.Cause;
    }
}
