namespace ContactCenter.Simulator.Time;

public sealed partial class VirtualClock
{
    /// <summary>A timer of someone who shares this clock.</summary>
    private sealed class GuestTimer : ITimer
    {
        private readonly VirtualClock _clock;
        private readonly Action _callback;
        private Entry? _entry;
        private TimeSpan _period;
        private int _setting;
        private bool _disposed;

        public GuestTimer(VirtualClock clock, Action callback, TimeSpan dueTime, TimeSpan period)
        {
            _clock = clock;
            _callback = callback;
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_clock._gate)
            {
                if (_disposed)
                    return false;
                Remove();
                _setting++;
                _period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                    Set(dueTime);
            }

            _clock.Nudge();
            return true;
        }

        public void Dispose()
        {
            lock (_clock._gate)
            {
                _disposed = true;
                Remove();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Set(TimeSpan dueTime)
        {
            var setting = _setting;
            _clock.Add(_entry = new Entry(EntryKind.Guest, _clock.DueAfter(dueTime), () => Fire(setting)));
        }

        private void Remove()
        {
            if (_entry is not null)
                _clock._entries.Remove(_entry);
            _entry = null;
        }

        private void Fire(int setting)
        {
            lock (_clock._gate)
            {
                // Changed or disposed between being due and being called.
                if (_disposed || setting != _setting)
                    return;
                _entry = null;
                if (_period > TimeSpan.Zero)
                    Set(_period);
            }

            // Not on the driver's thread: the callback belongs to someone else and may block.
            ThreadPool.UnsafeQueueUserWorkItem(static callback => callback(), _callback, preferLocal: false);
        }
    }
}
