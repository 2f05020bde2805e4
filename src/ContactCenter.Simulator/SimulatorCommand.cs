using System.CommandLine;
using ContactCenter.Simulator.Scenarios;
using ContactCenter.Simulator.Time;

namespace ContactCenter.Simulator;

/// <summary>The command line of the simulator.</summary>
internal static class SimulatorCommand
{
    private const int PortTaken = 3;

    public static RootCommand Create()
    {
        var port = new Option<int>("--port") { Description = "TCP port on this machine; 0 takes a free one.", DefaultValueFactory = _ => 5080 };
        port.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
                result.AddError("--port must be 0 to 65535.");
        });

        var scenario = new Option<string>("--scenario")
        {
            Description = "What happens; --list shows the choices.", HelpName = "name", DefaultValueFactory = _ => ScenarioCatalogue.Everyday.Name,
        };
        scenario.Validators.Add(static result =>
        {
            if (ScenarioCatalogue.Find(result.GetValueOrDefault<string>()!) is null)
                result.AddError($"There is no scenario {result.GetValueOrDefault<string>()}; --list shows the choices.");
        });

        var speed = new Option<string>("--speed")
        {
            Description = "real: waits as long as the real systems; fast: waits take milliseconds.", DefaultValueFactory = _ => "real",
        };
        speed.AcceptOnlyFromAmong("real", "fast");

        var list = new Option<bool>("--list") { Description = "Lists the scenarios and ends." };

        var command = new RootCommand("A server that behaves like API Fabric, CC-Messaging, RTC voice and video signalling.") { port, scenario, speed, list };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(list)
            ? ListAsync(parsed.InvocationConfiguration.Output)
            : RunAsync(
                parsed.GetValue(port), ScenarioCatalogue.Find(parsed.GetValue(scenario)!)!, parsed.GetValue(speed) == "fast",
                parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> ListAsync(TextWriter output)
    {
        foreach (var scenario in ScenarioCatalogue.All)
            await output.WriteLineAsync($"{scenario.Name,-24} {scenario.Summary}");
        return 0;
    }

    private static async Task<int> RunAsync(
        int port, Scenario scenario, bool isFast, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        using var clock = isFast ? new VirtualClock(DateTimeOffset.UtcNow) : SimulatorClock.Real();
        var options = new SimulatorOptions { Port = port, Scenario = scenario, Clock = clock };
        SimulatorHost simulator;
        try
        {
            simulator = await SimulatorHost.StartAsync(options, cancellationToken);
        }
        catch (IOException taken)
        {
            await error.WriteLineAsync($"The simulator cannot listen on port {port}: {taken.Message} Choose another with --port.");
            return PortTaken;
        }

        await using (simulator)
        {
            await output.WriteLineAsync($"Listening on {simulator.Url}  scenario {scenario.Name}, {(isFast ? "virtual" : "real")} time. Ctrl+C ends it.");
            await output.WriteLineAsync($"Application {string.Join(", ", options.Applications.Select(static application => $"{application.Key} with secret {application.Value}"))}.");
            try
            {
                await foreach (var entry in simulator.FollowJournalAsync(cancellationToken))
                    await output.WriteLineAsync(entry.ToString());
            }
            catch (OperationCanceledException)
            {
                // Ctrl+C.
            }
        }

        return 0;
    }
}
