namespace ContactCenter.Simulator.Time;

/// <summary>The simulator's time: it tells it, and it waits in it.</summary>
/// <remarks>
/// Everything that the simulator does is work or a nap. Whoever naps holds work before and after, so a <see cref="VirtualClock"/> knows when
/// nothing is left to do but wait. Safe to use from several threads.
/// </remarks>
public abstract class SimulatorClock : TimeProvider, IDisposable
{
    /// <summary>Waits in real time.</summary>
    public static SimulatorClock Real() => new RealClock(System);

    /// <summary>Waits in the time of another provider, for example one that a test moves by hand.</summary>
    public static SimulatorClock Of(TimeProvider time) => time as SimulatorClock ?? new RealClock(time);

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Says that something is being done until the result is disposed.</summary>
    internal abstract IDisposable Work();

    /// <summary>Waits, while the caller's work counts as done.</summary>
    /// <param name="duration">How long; <see cref="Timeout.InfiniteTimeSpan"/> waits for the bell only.</param>
    /// <param name="drives">Whether virtual time may jump for the sake of this nap. Heartbeats and time-outs only come along.</param>
    /// <param name="bell">Ends the nap early.</param>
    /// <param name="cancellationToken">Ends the nap with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Whether the bell rang; false when the time was over.</returns>
    internal abstract Task<bool> NapAsync(TimeSpan duration, bool drives, Doorbell? bell, CancellationToken cancellationToken);

    /// <summary>Starts something that goes on beside the requests, as work. It runs up to its first wait before this returns, so order is kept.</summary>
    internal async Task Start(Func<Task> activity)
    {
        using (Work())
            await activity().ConfigureAwait(false);
    }
}
