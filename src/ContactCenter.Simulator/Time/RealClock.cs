namespace ContactCenter.Simulator.Time;

/// <summary>Time that passes by itself, or that someone else moves.</summary>
internal sealed class RealClock(TimeProvider time) : SimulatorClock
{
    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);

    public override void Dispose()
    {
    }

    /// <summary>Nothing to count: this time passes whether or not there is work.</summary>
    internal override IDisposable Work() => Nothing.Instance;

    internal override async Task<bool> NapAsync(TimeSpan duration, bool drives, Doorbell? bell, CancellationToken cancellationToken)
    {
        var rang = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (bell is not null && !bell.Attach(rang.TrySetResult))
            return true;

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await Task.WhenAny(rang.Task, Task.Delay(duration, time, over.Token)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return !rang.TrySetCanceled(CancellationToken.None);
        }
        finally
        {
            rang.TrySetCanceled(CancellationToken.None);
            await over.CancelAsync().ConfigureAwait(false);
        }
    }

    private sealed class Nothing : IDisposable
    {
        public static readonly Nothing Instance = new();

        public void Dispose()
        {
        }
    }
}
