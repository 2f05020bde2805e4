using ContactCenter.Simulator.Time;

namespace ContactCenter.Simulator.Video;

/// <summary>An event as it was published to one agent.</summary>
/// <param name="Id">Its id, from 1 for each agent.</param>
/// <param name="Json">Its data.</param>
internal sealed record PublishedEvent(int Id, string Json);

/// <summary>One agent: state, events, and the streams that listen. Safe to use from several threads.</summary>
/// <param name="account">The account; personal, so journals use the number.</param>
/// <param name="number">1 for the first agent seen.</param>
internal sealed class Agent(string account, int number)
{
    /// <summary>A stream that resumes gets at most this many missed events.</summary>
    private const int MostKept = 1000;

    private readonly Lock _gate = new();
    private readonly Queue<PublishedEvent> _events = new();
    private readonly List<Doorbell> _streams = [];
    private int _lastId;

    public string Account { get; } = account;

    public int Number { get; } = number;

    /// <summary>One of disconnected, ready, leave, wait, busy.</summary>
    public string State { get; set; } = "disconnected";

    /// <summary>How many streams the agent has opened so far.</summary>
    public int StreamsOpened { get; private set; }

    public bool IsListening
    {
        get
        {
            lock (_gate)
                return _streams.Count > 0;
        }
    }

    public void Publish(string json)
    {
        lock (_gate)
        {
            _events.Enqueue(new PublishedEvent(++_lastId, json));
            if (_events.Count > MostKept)
                _events.Dequeue();
            foreach (var stream in _streams)
                stream.Ring();
        }
    }

    /// <summary>Begins to listen.</summary>
    /// <returns>The bell that rings for each event, and the id of the last event so far.</returns>
    public (Doorbell News, int LastId) Listen()
    {
        lock (_gate)
        {
            var news = new Doorbell();
            _streams.Add(news);
            StreamsOpened++;
            return (news, _lastId);
        }
    }

    public void Leave(Doorbell news)
    {
        lock (_gate)
            _streams.Remove(news);
    }

    public IReadOnlyList<PublishedEvent> After(int id)
    {
        lock (_gate)
            return [.. _events.Where(published => published.Id > id)];
    }
}
