using System.Diagnostics;

namespace ContactCenter.Simulator.Time;

/// <summary>Time that stands still while something is being done and jumps to the next event when all are waiting.</summary>
/// <remarks>
/// <para>The simulator's own waits drive the clock: a held poll of 20 seconds takes milliseconds, and what happens in which order depends on the
/// waits, never on the speed of the machine. Heartbeats and similar waits come along but never cause a jump.</para>
/// <para>It is a <see cref="TimeProvider"/>, so clients can share it. Their timers come along too. A timer that is due within
/// <see cref="GuestReach"/>, such as the pause before a retry, also drives the clock, after nothing has happened for
/// <see cref="GuestPatience"/> of real time. Longer ones, such as deadlines, do not: they fire only when time has passed for other reasons.</para>
/// <para>Safe to use from several threads.</para>
/// </remarks>
public sealed partial class VirtualClock : SimulatorClock
{
    /// <summary>2026-01-01T00:00:00Z, where virtual time begins unless told otherwise.</summary>
    public static readonly DateTimeOffset DefaultStart = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly SortedSet<Entry> _entries = new(Comparer<Entry>.Create(static (left, right) =>
        (left.Due, left.Order).CompareTo((right.Due, right.Order))));

    private readonly DateTimeOffset _start;
    private readonly SemaphoreSlim _changed = new(0, 1);
    private readonly CancellationTokenSource _stopped = new();
    private readonly Task _driver;
    private TimeSpan _now;
    private long _order;
    private int _working;
    private long _lastActivity = Stopwatch.GetTimestamp();

    /// <summary>Starts a clock at <see cref="DefaultStart"/>.</summary>
    public VirtualClock()
        : this(DefaultStart)
    {
    }

    /// <summary>Starts a clock.</summary>
    /// <param name="start">The first moment; counted as UTC.</param>
    public VirtualClock(DateTimeOffset start)
    {
        _start = start.ToUniversalTime();
        _driver = Task.Run(DriveAsync);
    }

    private enum EntryKind
    {
        Driving,
        Passive,
        Guest,
    }

    /// <summary>How long nothing must have happened before a jump, in real time.</summary>
    /// <value>0 to 1 second; 5 milliseconds by default. It lets an answer reach its caller before the next event.</value>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>How long nothing must have happened before the clock jumps for a timer of a client, in real time.</summary>
    /// <value>100 milliseconds by default.</value>
    public TimeSpan GuestPatience { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How far the clock jumps for a timer of a client.</summary>
    /// <value>20 seconds of virtual time by default: more than pauses between retries, less than deadlines. Zero: never.</value>
    public TimeSpan GuestReach { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The virtual time that has passed since the start.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
                return _now;
        }
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

    /// <inheritdoc/>
    public override long GetTimestamp() => Elapsed.Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new GuestTimer(this, () => callback(state), dueTime, period);

    /// <summary>Moves time forward by hand; everything that is due on the way happens in its order.</summary>
    /// <param name="span">How far; not negative.</param>
    /// <returns>A task that ends when time has arrived. What woke up on the way may still be at work.</returns>
    public async Task AdvanceAsync(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        using (Work())
            await NapAsync(span, drives: true, bell: null, _stopped.Token).ConfigureAwait(false);
    }

    /// <summary>Stops the clock. Waits that are under way never end.</summary>
    public override void Dispose()
    {
        if (_stopped.IsCancellationRequested)
            return;
        _stopped.Cancel();
        _driver.Wait(TimeSpan.FromSeconds(5));
    }

    internal override IDisposable Work()
    {
        lock (_gate)
        {
            _working++;
            _lastActivity = Stopwatch.GetTimestamp();
        }

        return new WorkInHand(this);
    }

    internal override Task<bool> NapAsync(TimeSpan duration, bool drives, Doorbell? bell, CancellationToken cancellationToken)
    {
        var nap = new Nap(this, duration, drives, cancellationToken);
        if (bell is not null && !bell.Attach(nap.Wake))
            nap.Wake();
        return nap.Task;
    }

    private void Add(Entry entry)
    {
        entry.Order = _order++;
        _entries.Add(entry);
        _lastActivity = Stopwatch.GetTimestamp();
    }

    private TimeSpan DueAfter(TimeSpan duration) => duration < TimeSpan.MaxValue - _now ? _now + duration : TimeSpan.MaxValue;

    private void EndWork()
    {
        lock (_gate)
        {
            _working--;
            _lastActivity = Stopwatch.GetTimestamp();
        }

        Nudge();
    }

    private void Nudge()
    {
        lock (_gate)
        {
            if (_changed.CurrentCount == 0)
                _changed.Release();
        }
    }

    private async Task DriveAsync()
    {
        try
        {
            while (true)
            {
                var pause = Step();
                if (pause != TimeSpan.Zero)
                    await _changed.WaitAsync(pause, _stopped.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    /// <summary>Lets the next event happen, if it is time for it.</summary>
    /// <returns>How long to wait before the next look, in real time; zero after a jump.</returns>
    private TimeSpan Step()
    {
        Entry? next;
        lock (_gate)
        {
            if (_working > 0)
                return Timeout.InfiniteTimeSpan;

            var target = _entries.FirstOrDefault(static entry => entry.Kind == EntryKind.Driving);
            var patience = SettleTime;
            if (target is null)
            {
                var reach = DueAfter(GuestReach);
                target = _entries.FirstOrDefault(entry => entry.Kind == EntryKind.Guest && entry.Due <= reach);
                patience = GuestPatience;
            }

            if (target is null)
                return Timeout.InfiniteTimeSpan;

            var quiet = Stopwatch.GetElapsedTime(_lastActivity);
            if (quiet < patience)
                return patience - quiet;

            // Never past anything: what is due before the target happens first, and may change what comes next.
            next = _entries.Min!;
            _entries.Remove(next);
            if (next.Due > _now)
                _now = next.Due;
            _lastActivity = Stopwatch.GetTimestamp();
            if (next.Kind != EntryKind.Guest)
                _working++;
        }

        next.Happen();
        return TimeSpan.Zero;
    }

    private sealed class Entry(EntryKind kind, TimeSpan due, Action happen)
    {
        public EntryKind Kind { get; } = kind;

        public TimeSpan Due { get; } = due;

        /// <summary>Of two events at the same moment the one that was asked for first happens first.</summary>
        public long Order { get; set; }

        public void Happen() => happen();
    }

    private sealed class WorkInHand(VirtualClock clock) : IDisposable
    {
        private int _done;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _done, 1) == 0)
                clock.EndWork();
        }
    }
}
