using System.Diagnostics;

namespace ContactCenter.Simulator.Time;

public sealed partial class VirtualClock
{
    /// <summary>A wait of the simulator. Whatever ends it gives the work back in the same moment, so time cannot slip in between.</summary>
    private sealed class Nap
    {
        private readonly VirtualClock _clock;
        private readonly Entry? _entry;
        private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly CancellationTokenRegistration _cancellation;
        private bool _over;

        public Nap(VirtualClock clock, TimeSpan duration, bool drives, CancellationToken cancellationToken)
        {
            _clock = clock;
            lock (clock._gate)
            {
                if (clock._working <= 0)
                    throw new InvalidOperationException("Only work can nap. Wrap the caller in Work().");
                if (duration != Timeout.InfiniteTimeSpan)
                {
                    _entry = new Entry(drives ? EntryKind.Driving : EntryKind.Passive, clock.DueAfter(duration), TimeIsOver);
                    clock.Add(_entry);
                }

                clock._working--;
                clock._lastActivity = Stopwatch.GetTimestamp();
            }

            clock.Nudge();
            _cancellation = cancellationToken.UnsafeRegister(static nap => ((Nap)nap!).Cancel(), this);
        }

        public Task<bool> Task => _ended.Task;

        public bool Wake()
        {
            if (!Leave())
                return false;
            _ended.TrySetResult(true);
            _cancellation.Unregister();
            return true;
        }

        private void Cancel()
        {
            if (Leave())
                _ended.TrySetCanceled();
        }

        private void TimeIsOver()
        {
            bool first;
            lock (_clock._gate)
            {
                first = !_over;
                _over = true;
            }

            if (first)
            {
                _ended.TrySetResult(false);
                _cancellation.Unregister();
            }
            else
            {
                // Woken in the same moment: the work was given back already, and the clock has just counted it again.
                _clock.EndWork();
            }
        }

        private bool Leave()
        {
            lock (_clock._gate)
            {
                if (_over)
                    return false;
                _over = true;
                if (_entry is not null)
                    _clock._entries.Remove(_entry);
                _clock._working++;
                _clock._lastActivity = Stopwatch.GetTimestamp();
                return true;
            }
        }
    }
}
