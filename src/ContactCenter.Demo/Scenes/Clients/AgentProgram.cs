using System.Runtime.CompilerServices;
using ClientGen;
using ClientGen.Streams;
using ContactCenter.VideoSignalling;

namespace ContactCenter.Demo;

/// <summary>The program of one agent: a client, and its event stream on the timeline.</summary>
internal sealed class AgentProgram : IAsyncDisposable
{
    private const string System = "video";
    private readonly Stage _stage;
    private readonly string _name;
    private readonly HttpMessageInvoker _invoker;
    private EventSubscription<VideoSignallingEvent>? _events;

    private AgentProgram(Stage stage, string name)
    {
        _stage = stage;
        _name = name;
        Account = name + "@example.com";
        _invoker = new(stage.Wire, disposeHandler: false);
        Client = new(_invoker, new()
        {
            Servers =
            {
                ["Push"] = At(VideoSignallingClient.Servers.Push()),
                ["Command"] = At(VideoSignallingClient.Servers.Command()),
                ["Dispatch"] = At(VideoSignallingClient.Servers.Dispatch()),
            },
            Credentials = new StaticCredentials([new(VideoSignallingClient.Schemes.Account, Account), new(VideoSignallingClient.Schemes.SystemCode, "videoReview")]),
            TimeProvider = stage.Clock,
            LoggerFactory = stage.Log,
        });

        // The contract's path on the simulator's host.
        Uri At(string server) => new(stage.Theatre.Server, new Uri(server).AbsolutePath);
    }

    /// <summary>The agent's account.</summary>
    public string Account { get; }

    /// <summary>Sends the agent's commands, and knows the agent's state.</summary>
    public VideoSignallingClient Client { get; }

    /// <summary>Opens the event stream; returns when the agent can take calls.</summary>
    public static async Task<AgentProgram> ReadyAsync(Stage stage, string name, CancellationToken cancellationToken)
    {
        var agent = new AgentProgram(stage, name);
        try
        {
            agent._events = await EventSubscription<VideoSignallingEvent>.OpenAsync(agent.ShowAsync(cancellationToken), cancellationToken);
            await agent._events.NextAsync(static e => e is StateChange { Data.State: AgentState.Ready }, cancellationToken);
            return agent;
        }
        catch
        {
            await agent.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for an event and writes it down.</summary>
    public async Task<T> NextAsync<T>(Func<T, bool> fits, CancellationToken cancellationToken)
        where T : VideoSignallingEvent
    {
        var next = (T)await _events!.NextAsync(e => e is T wanted && fits(wanted), cancellationToken);
        _stage.Fact(Describe(next));
        return next;
    }

    /// <summary>Waits until the server calls the agent this.</summary>
    public async Task StateAsync(AgentState state, CancellationToken cancellationToken) =>
        await _events!.NextAsync(e => e is StateChange change && change.Data.State == state, cancellationToken);

    /// <summary>Writes down what the agent has done, and the state that the client is in now.</summary>
    public void Did(string what)
    {
        var fact = $"{what}: {Client.Agent.Current.ToWire()}";
        _stage.Show(System, Sign.Care, $"{_name} {fact}");
        _stage.Fact(fact);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_events is not null)
            await _events.DisposeAsync();
        _invoker.Dispose();
    }

    private static string Describe(VideoSignallingEvent e) => e switch
    {
        IncomingCall { Data.MsgType: { } code } one => $"{one.Type} {(int)code}",
        IncomingCallHangup { Data.MsgType: { } code } one => $"{one.Type} {(int)code}",
        ExchangeCall { Data.MsgType: { } code } one => $"{one.Type} {(int)code}",
        AddCall { Data.MsgType: { } code } one => $"{one.Type} {(int)code}",
        Videotape { Data.MsgType: { } code } one => $"{one.Type} {(int)code}",
        StateChange one => $"{one.Type} {(one.Data.State.IsKnown() ? one.Data.State.ToWire() : "?")}",
        SnapshotTaken one => one.Type,
        HttpBack { Data.Code: { } code } one => $"{one.Type} {(int)code}",
        RecoveryCall one => one.Type,
        ExeEvent => "EXE_EVENT",
        _ => "an event that the contract does not name",
    };

    private async IAsyncEnumerable<VideoSignallingEvent> ShowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var e in Client.EventsAsync(cancellationToken))
        {
            _stage.Show(System, Sign.Event, $"{_name}: {Describe(e)}");
            yield return e;
        }
    }
}
