using System.Collections.Immutable;
using System.Threading.Channels;

namespace ContactCenter.Simulator.Journal;

/// <summary>What was seen: the journal and the violations. Safe to use from several threads.</summary>
internal sealed class Records(TimeProvider time)
{
    /// <summary>A simulator may run for days; older entries make room for new ones.</summary>
    private const int MostKept = 100_000;

    private readonly Lock _gate = new();
    private ImmutableQueue<JournalEntry> _journal = [];
    private ImmutableQueue<Violation> _violations = [];
    private int _entries;
    private int _violationCount;
    private int _keptEntries;
    private ImmutableList<ChannelWriter<JournalEntry>> _followers = [];

    public IReadOnlyList<JournalEntry> Journal => [.. Volatile.Read(ref _journal)];

    public IReadOnlyList<Violation> Violations => [.. Volatile.Read(ref _violations)];

    public void Note(string scenario, SimulatedSystem system, string operation, string outcome)
    {
        lock (_gate)
        {
            var entry = new JournalEntry(++_entries, time.GetUtcNow(), scenario, system, operation, outcome);
            _journal = _journal.Enqueue(entry);
            if (++_keptEntries > MostKept)
            {
                _journal = _journal.Dequeue();
                _keptEntries--;
            }

            foreach (var follower in _followers)
                follower.TryWrite(entry);
        }
    }

    /// <summary>Writes all entries, those so far first, until the result is disposed.</summary>
    public IDisposable Follow(ChannelWriter<JournalEntry> follower)
    {
        lock (_gate)
        {
            foreach (var entry in _journal)
                follower.TryWrite(entry);
            _followers = _followers.Add(follower);
        }

        return new Following(() =>
        {
            lock (_gate)
                _followers = _followers.Remove(follower);
        });
    }

    public Violation Keep(ViolationSide side, SimulatedSystem system, string operation, string place, string message, string rule = "")
    {
        var violation = new Violation(time.GetUtcNow(), side, system, operation, place, message, rule);
        lock (_gate)
        {
            _violations = _violations.Enqueue(violation);
            if (++_violationCount > MostKept)
                _violations = _violations.Dequeue();
        }

        return violation;
    }

    public void Clear()
    {
        lock (_gate)
        {
            _journal = [];
            _violations = [];
            _entries = _keptEntries = _violationCount = 0;
        }
    }

    private sealed class Following(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
