using System.Collections.Concurrent;
using ContactCenter.Simulator.Journal;
using ContactCenter.Simulator.Scenarios;
using ContactCenter.Simulator.Time;

namespace ContactCenter.Simulator.Hosting;

/// <summary>Everything that one running simulator knows. Safe to use from several threads.</summary>
internal sealed class SimulatorState : IDisposable
{
    private readonly ConcurrentDictionary<string, World> _worlds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Scenario> _scenarios;
    private readonly bool _ownsClock;
    private volatile Scenario _scenario;

    public SimulatorState(SimulatorOptions options)
    {
        options.Validate();
        Options = options;
        Clock = options.Clock ?? new VirtualClock();
        _ownsClock = options.Clock is null;
        Records = new Records(Clock);
        _scenario = options.Scenario;
        _scenarios = new ConcurrentDictionary<string, Scenario>(StringComparer.Ordinal);
        foreach (var scenario in ScenarioCatalogue.All.Concat(options.MoreScenarios).Append(options.Scenario))
            _scenarios[scenario.Name] = scenario;
        Callbacks = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = options.CallbackTimeout };
    }

    public SimulatorOptions Options { get; }

    public SimulatorClock Clock { get; }

    public Records Records { get; }

    /// <summary>Sends the callbacks.</summary>
    public HttpClient Callbacks { get; }

    /// <summary>Ends what goes on beside the requests when the simulator stops.</summary>
    public CancellationTokenSource Stopping { get; } = new();

    /// <summary>All scenarios that can be chosen by name.</summary>
    public IReadOnlyCollection<Scenario> Scenarios => [.. _scenarios.Values];

    public IEnumerable<string> Names => _scenarios.Keys;

    /// <summary>The scenario of requests that choose none.</summary>
    public Scenario Scenario => _scenario;

    /// <summary>Makes a scenario the current one, as if it had never been played.</summary>
    public void Play(Scenario scenario)
    {
        _scenarios[scenario.Name] = scenario;
        _worlds.TryRemove(scenario.Name, out _);
        _scenario = scenario;
    }

    public Scenario? Find(string name) => _scenarios.TryGetValue(name, out var scenario) ? scenario : null;

    /// <summary>The state of a scenario. Each has its own tokens, calls and agents, so scenarios can run side by side.</summary>
    public World World(Scenario scenario) => _worlds.GetOrAdd(scenario.Name, _ => new World(this, scenario));

    /// <summary>Forgets tokens, calls, agents, journal and violations.</summary>
    public void Reset()
    {
        _worlds.Clear();
        Records.Clear();
    }

    public void Dispose()
    {
        Stopping.Cancel();
        Callbacks.Dispose();
        if (_ownsClock)
            Clock.Dispose();
    }
}
