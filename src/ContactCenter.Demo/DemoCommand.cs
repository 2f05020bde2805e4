using System.CommandLine;
using ContactCenter.Simulator;
using ContactCenter.Simulator.Time;

namespace ContactCenter.Demo;

/// <summary>The command line of the demo.</summary>
internal static class DemoCommand
{
    /// <summary>Runs the demo.</summary>
    /// <returns>0 when everything was as the contracts expect, 1 when something differs, 2 for wrong arguments, 130 when it was interrupted.</returns>
    public static Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        var speed = new Option<string>("--speed")
        {
            Description = "fast: waits take milliseconds; real: they take as long as with the real systems.", DefaultValueFactory = static _ => "fast",
        };
        speed.AcceptOnlyFromAmong("real", "fast");
        var command = new PlayCommand("Plays calls against a simulator of the four systems and compares what happens with the contracts.", [speed]);
        return command.RunAsync(
            arguments, output, error,
            (parsed, scenarios, cancellationToken) => PlayAsync(scenarios, parsed.GetValue(speed) == "fast", new ConsoleTimeline(output), cancellationToken));
    }

    private static async Task<bool> PlayAsync(IReadOnlyList<DemoScenario> scenarios, bool isFast, ITimeline timeline, CancellationToken cancellationToken)
    {
        using var clock = isFast ? new VirtualClock() : SimulatorClock.Real();
        await using var simulator = await SimulatorHost.StartAsync(new() { Clock = clock }, cancellationToken);
        using var programme = new Programme(new()
        {
            Server = simulator.Url,
            Clock = clock,
            Timeline = timeline,
            ReceiveCallbacksAsync = CallbackEndpoints.OpenAsync,
            Patience = isFast ? TimeSpan.FromSeconds(30) : TimeSpan.FromMinutes(10),
        });
        return await programme.PlayAsync(scenarios, cancellationToken);
    }
}
