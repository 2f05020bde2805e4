using ContactCenter.Messaging;
using ContactCenter.Simulator;
using ContactCenter.Simulator.Journal;
using ContactCenter.Simulator.Scenarios;
using ContactCenter.Simulator.Time;

namespace ContactCenter.Demo.Tests.Session;

/// <summary>A simulator in virtual time, and sessions with it.</summary>
internal sealed class Simulated : IAsyncDisposable
{
    private Simulated(SimulatorHost host, VirtualClock clock) => (Host, Clock) = (host, clock);

    public SimulatorHost Host { get; }

    public VirtualClock Clock { get; }

    /// <summary>The operations that were answered so far.</summary>
    public IReadOnlyList<string> Operations => [.. Host.Journal.Select(static entry => entry.Operation)];

    public int SignIns => Operations.Count(static operation => operation == "tokenByAkSk");

    public static Task<Simulated> PlayAsync(string scenario) => PlayAsync(ScenarioCatalogue.Find(scenario)!);

    public static async Task<Simulated> PlayAsync(Scenario scenario)
    {
        var clock = new VirtualClock();
        return new(await SimulatorHost.StartAsync(new() { Scenario = scenario, Clock = clock }, TestContext.Current.CancellationToken), clock);
    }

    public ContactCenterOptions Options() => new()
    {
        BaseAddress = Host.Url, AppKey = "example-app-key", AppSecret = "example-app-secret", UserId = "customer", UserName = "A Customer", ChannelId = "channel",
        TimeProvider = Clock,
    };

    public ContactCenterSession Session(Action<ContactCenterOptions>? configure = null)
    {
        var options = Options();
        configure?.Invoke(options);
        return ContactCenterSession.Create(options);
    }

    /// <summary>Waits for something that happens beside the calls.</summary>
    public async Task UntilAsync(Func<JournalEntry, bool> happened)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        await foreach (var entry in Host.FollowJournalAsync(patience.Token))
        {
            if (happened(entry))
                return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Clock.Dispose();
    }
}
