using ContactCenter.Simulator.Journal;
using ContactCenter.Simulator.Scenarios;

namespace ContactCenter.Simulator.Tests.Support;

/// <summary>Starts simulators for tests.</summary>
public static class Play
{
    public static Task<SimulatorHost> ScenarioAsync(string name) =>
        SimulatorHost.StartAsync(new SimulatorOptions { Scenario = ScenarioCatalogue.Find(name) ?? throw new ArgumentException(name) });

    public static Task<SimulatorHost> ScenarioAsync(Scenario scenario) => SimulatorHost.StartAsync(new SimulatorOptions { Scenario = scenario });

    /// <summary>Operation and outcome of each entry.</summary>
    public static IEnumerable<string> Lines(this SimulatorHost simulator) =>
        simulator.Journal.Select(static entry => $"{entry.Operation}: {entry.Outcome}");

    /// <summary>The simulator itself must never break a contract, whatever a test does to it.</summary>
    public static void AssertKeepsContracts(this SimulatorHost simulator) =>
        Assert.DoesNotContain(simulator.Violations, static violation => violation.Side == ViolationSide.Simulator);

    /// <summary>Waits for something that happens beside the requests.</summary>
    public static async Task<JournalEntry> UntilAsync(this SimulatorHost simulator, Func<JournalEntry, bool> happened)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await foreach (var entry in simulator.FollowJournalAsync(patience.Token))
        {
            if (happened(entry))
                return entry;
        }

        throw new InvalidOperationException("The simulator stopped before it happened.");
    }
}
