using System.Collections.Concurrent;
using ContactCenter.Simulator.Fabric;
using ContactCenter.Simulator.Messaging;
using ContactCenter.Simulator.Rtc;
using ContactCenter.Simulator.Scenarios;
using ContactCenter.Simulator.Time;
using ContactCenter.Simulator.Video;

namespace ContactCenter.Simulator.Hosting;

/// <summary>One scenario being played: its tokens, conversations, calls and agents.</summary>
internal sealed class World
{
    private readonly ConcurrentDictionary<string, int> _requests = new(StringComparer.Ordinal);
    private int _lastNumber;

    public World(SimulatorState simulator, Scenario scenario)
    {
        Simulator = simulator;
        Scenario = scenario;
        Tokens = new TokenBook(this);
        Visitors = new VisitorBook(this);
        Rtc = new RtcPlatform(this);
        Video = new VideoPlatform(this);
    }

    public SimulatorState Simulator { get; }

    public Scenario Scenario { get; }

    public SimulatorClock Clock => Simulator.Clock;

    public DateTimeOffset Now => Clock.GetUtcNow();

    public TokenBook Tokens { get; }

    public VisitorBook Visitors { get; }

    public RtcPlatform Rtc { get; }

    public VideoPlatform Video { get; }

    /// <summary>Counts the requests to an operation, from 1.</summary>
    public int CountRequest(string operation) => _requests.AddOrUpdate(operation, 1, static (_, count) => count + 1);

    /// <summary>The next number for ids; every run gives the same ones.</summary>
    public int NextNumber() => Interlocked.Increment(ref _lastNumber);

    public void Note(SimulatedSystem system, string operation, string outcome) =>
        Simulator.Records.Note(Scenario.Name, system, operation, outcome);
}
