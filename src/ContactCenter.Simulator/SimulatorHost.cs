using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ContactCenter.Simulator.Hosting;
using ContactCenter.Simulator.Journal;
using ContactCenter.Simulator.Scenarios;
using ContactCenter.Simulator.Time;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ContactCenter.Simulator;

/// <summary>A running simulator of the four systems, reachable over HTTP on this machine.</summary>
/// <remarks>Safe to use from several threads. Several can run side by side.</remarks>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly SimulatorState _state;

    private SimulatorHost(WebApplication server, SimulatorState state)
    {
        _server = server;
        _state = state;
        Url = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:5080/</c>; the base address of all four systems.</summary>
    public Uri Url { get; }

    /// <summary>The simulator's time. Clients may share it as their <see cref="TimeProvider"/>.</summary>
    public SimulatorClock Clock => _state.Clock;

    /// <summary>The scenario of requests that choose none by the header <c>X-Simulator-Scenario</c>.</summary>
    public Scenario Scenario => _state.Scenario;

    /// <summary>What happened so far, in order; at most the last 100,000 entries.</summary>
    public IReadOnlyList<JournalEntry> Journal => _state.Records.Journal;

    /// <summary>What broke a contract so far; at most the last 100,000.</summary>
    public IReadOnlyList<Violation> Violations => _state.Records.Violations;

    /// <summary>Starts a simulator.</summary>
    /// <param name="options">How it is set up; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The simulator, ready for requests.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SimulatorHost> StartAsync(SimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var state = new SimulatorState(options ?? new SimulatorOptions());
        var server = SimulatorServer.Build(state);
        try
        {
            await server.StartAsync(cancellationToken).ConfigureAwait(false);
            return new SimulatorHost(server, state);
        }
        catch
        {
            state.Dispose();
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Plays another scenario from now on, with nothing carried over from earlier runs of it.</summary>
    /// <param name="scenario">The scenario.</param>
    public void Play(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        _state.Play(scenario);
    }

    /// <summary>Plays another scenario from now on, with nothing carried over from earlier runs of it.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is no such scenario.</exception>
    public void Play(string name) =>
        Play(_state.Find(name) ?? throw new ArgumentException($"There is no scenario {name}. Scenarios: {string.Join(", ", _state.Names)}.", nameof(name)));

    /// <summary>Follows the journal: first what happened so far, then each entry as it is made.</summary>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <returns>The entries in order. The stream ends when the simulator is disposed.</returns>
    public async IAsyncEnumerable<JournalEntry> FollowJournalAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var news = Channel.CreateUnbounded<JournalEntry>();
        using var following = _state.Records.Follow(news.Writer);
        await using var end = _state.Stopping.Token.Register(() => news.Writer.TryComplete());
        await foreach (var entry in news.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            yield return entry;
    }

    /// <summary>Waits until the simulator is stopped from outside, for example with Ctrl+C.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _server.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops at once; held requests are cut.</summary>
    public async ValueTask DisposeAsync()
    {
        _state.Dispose();
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
