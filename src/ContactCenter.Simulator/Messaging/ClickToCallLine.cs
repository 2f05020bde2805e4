using ContactCenter.Simulator.Hosting;
using ContactCenter.Simulator.Scenarios;
using ContactCenter.Simulator.Time;

namespace ContactCenter.Simulator.Messaging;

/// <summary>The line on which one customer has at most one call. Safe to use from several threads.</summary>
internal sealed class ClickToCallLine(World world)
{
    private readonly Lock _gate = new();
    private readonly Queue<(DateTimeOffset Due, CallStep Step)> _steps = new();
    private Doorbell _holder = new();
    private bool _isHeld;
    private bool _hadCall;

    /// <summary>Whether there is a call whose end has not been told yet.</summary>
    public bool IsBusy
    {
        get
        {
            lock (_gate)
                return field;
        }

        private set;
    }

    /// <summary>Starts a call, whose course the scenario tells.</summary>
    /// <returns>False when there is one already.</returns>
    public bool Create()
    {
        lock (_gate)
        {
            if (IsBusy)
                return false;
            IsBusy = _hadCall = true;
            _steps.Clear();
            var due = world.Now;
            foreach (var step in world.Scenario.ClickToCall.Steps)
                _steps.Enqueue((due += step.After, step));
            return true;
        }
    }

    /// <summary>Hangs up for the customer. After the end of the call that is harmless.</summary>
    /// <returns>False when there has never been a call.</returns>
    public bool Drop()
    {
        lock (_gate)
        {
            if (!IsBusy)
                return _hadCall;
            _steps.Clear();
            _steps.Enqueue((world.Now, new CallStep(TimeSpan.Zero, CallStepKind.Released, "The customer hung up.")));
            _holder.Ring();
            return true;
        }
    }

    /// <summary>Waits for the next thing that happens to the call.</summary>
    /// <remarks>A customer has one poll. A second one takes its place, since the first may be one that the client has given up.</remarks>
    /// <param name="replacing">Called when another poll is being held.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    public async Task<PollResult> PollAsync(Action replacing, CancellationToken cancellationToken)
    {
        var bell = new Doorbell();
        lock (_gate)
        {
            if (!IsBusy)
                return new PollResult(PollOutcome.NoCall);
            if (_isHeld)
                replacing();
            _holder.Ring();
            _holder = bell;
            _isHeld = true;
        }

        try
        {
            return await NextAsync(bell, cancellationToken);
        }
        finally
        {
            lock (_gate)
                _isHeld &= _holder != bell;
        }
    }

    private async Task<PollResult> NextAsync(Doorbell bell, CancellationToken cancellationToken)
    {
        var until = world.Now + world.Scenario.ClickToCall.Hold;
        while (true)
        {
            TimeSpan pause;
            lock (_gate)
            {
                if (_holder != bell)
                    return new PollResult(PollOutcome.Replaced);
                if (_steps.TryPeek(out var next) && next.Due <= world.Now)
                {
                    _steps.Dequeue();
                    IsBusy = !Ends(next.Step.Kind);
                    return new PollResult(PollOutcome.Event, next.Step);
                }

                if (world.Now >= until)
                    return new PollResult(PollOutcome.Nothing);
                pause = (_steps.Count > 0 && next.Due < until ? next.Due : until) - world.Now;
            }

            await world.Clock.NapAsync(pause, drives: true, bell, cancellationToken);
        }
    }

    private static bool Ends(CallStepKind kind) => kind is CallStepKind.Released or CallStepKind.Failed or CallStepKind.QueueTimedOut;
}

/// <summary>What became of a poll.</summary>
internal enum PollOutcome
{
    /// <summary>Something happened.</summary>
    Event,

    /// <summary>Nothing happened while it was held.</summary>
    Nothing,

    /// <summary>There is no call to wait for.</summary>
    NoCall,

    /// <summary>Another poll of the same customer took its place.</summary>
    Replaced,
}

/// <summary>What a poll is answered with.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Step">What happened, when something did.</param>
internal sealed record PollResult(PollOutcome Outcome, CallStep? Step = null);
