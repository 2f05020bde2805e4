using System.ComponentModel;
using ClientGen.Polling;

namespace ClientGen.Workflows;

/// <summary>One run of a generated workflow: reports, time-outs, counts of retries. For one run and one thread at a time.</summary>
/// <param name="workflow">The workflowId.</param>
/// <param name="options"><c>null</c> for the defaults.</param>
/// <param name="progress">Hears of every step; <c>null</c> for nobody.</param>
/// <param name="cancellationToken">Ends the run.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WorkflowRun(
    string workflow, WorkflowOptions? options, IProgress<WorkflowStepReport>? progress, CancellationToken cancellationToken)
{
    private readonly TimeProvider _clock = options?.TimeProvider ?? TimeProvider.System;
    private readonly long _start = (options?.TimeProvider ?? TimeProvider.System).GetTimestamp();
    private readonly Dictionary<(string Step, string Action), int> _retries = [];
    private string _step = "";
    private int _attempt;

    /// <summary>Ends the run.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Why the present step failed; <c>null</c> when it answered but its criteria did not hold.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>The HTTP status of the failure.</summary>
    /// <value>0 when the failure has none.</value>
    public int FailureStatus => (Failure as AnswerException)?.Status ?? 0;

    /// <summary>A step is reached, by whatever way.</summary>
    /// <param name="step">The stepId.</param>
    public void Begin(string step)
    {
        if (_step != step)
        {
            _step = step;
            _attempt = 0;
        }

        _attempt++;
        Failure = null;
        Report(WorkflowStepState.Started);
    }

    /// <summary>Makes the call of the present step.</summary>
    /// <typeparam name="T">What it answers.</typeparam>
    /// <param name="timeout">How long the step may take; <c>null</c> for the operation's own deadline.</param>
    /// <param name="call">The call.</param>
    /// <returns>Whether it answered; if not, <see cref="Failure"/> says why.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<StepAnswer<T>> CallAsync<T>(TimeSpan? timeout, Func<CancellationToken, Task<T>> call)
    {
        if (timeout is not { } limit)
            return await TryAsync(call, cancellationToken).ConfigureAwait(false);

        using var clock = _clock.CreateCancellationTokenSource(limit);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        try
        {
            return await TryAsync(call, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested && clock.IsCancellationRequested)
        {
            Failure = new DeadlineExceededException(_step, limit, e);
            return default;
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
    }

    /// <summary>Makes the call of the present step, which answers nothing.</summary>
    /// <param name="timeout">How long the step may take; <c>null</c> for the operation's own deadline.</param>
    /// <param name="call">The call.</param>
    /// <returns>Whether it answered; if not, <see cref="Failure"/> says why.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Task<StepAnswer<bool>> CallAsync(TimeSpan? timeout, Func<CancellationToken, Task> call) => CallAsync(timeout, async token =>
    {
        await call(token).ConfigureAwait(false);
        return true;
    });

    /// <summary>The present step met its success criteria. Its retries may be used again when it is reached anew.</summary>
    public void Succeed()
    {
        foreach (var key in _retries.Keys.Where(key => key.Step == _step).ToArray())
            _retries.Remove(key);
        Report(WorkflowStepState.Succeeded);
        _attempt = 0;
    }

    /// <summary>The present step failed; its failure actions decide what follows.</summary>
    public void Fail() => Report(WorkflowStepState.Failed);

    /// <summary>Takes one of an action's retries.</summary>
    /// <param name="action">The action's name, unique in the step.</param>
    /// <param name="limit">How many there are: Arazzo's <c>retryLimit</c>.</param>
    /// <returns>Whether there was one left.</returns>
    public bool TryRetry(string action, int limit)
    {
        var used = _retries.GetValueOrDefault((_step, action));
        if (used >= limit)
            return false;
        _retries[(_step, action)] = used + 1;
        Report(WorkflowStepState.Retrying);
        return true;
    }

    /// <summary>Keeps the pause before a retry. The server's <c>Retry-After</c> wins over the contract's.</summary>
    /// <param name="pause">Arazzo's <c>retryAfter</c>; zero for none.</param>
    /// <returns>A task that ends when the pause is over.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Task PauseAsync(TimeSpan pause)
    {
        // Arazzo 1.1, retryAfter: "If an HTTP Retry-After response header was returned to a step from a targeted operation,
        // then it SHOULD overrule this particular field value."
        pause = Failures.RetryAfter(Failure, _clock) ?? pause;
        return pause > TimeSpan.Zero ? Task.Delay(pause, _clock, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>The error that ends the run in the present step.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>The exception to throw.</returns>
    public WorkflowException Error(string reason) => new(workflow, _step, reason, Failure);

    private async Task<StepAnswer<T>> TryAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken token)
    {
        try
        {
            return new(await call(token).ConfigureAwait(false));
        }
        catch (ClientGenException e)
        {
            Failure = e;
            return default;
        }
    }

    private void Report(WorkflowStepState state)
    {
        var failure = state is WorkflowStepState.Failed or WorkflowStepState.Retrying ? Failure : null;
        progress?.Report(new(workflow, _step, state, _attempt, _clock.GetElapsedTime(_start), failure));
    }
}

/// <summary>What a step's call answered.</summary>
/// <typeparam name="T">The type of the answer.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StepAnswer<T>
{
    internal StepAnswer(T value)
    {
        Value = value;
        IsThere = true;
    }

    /// <summary>The answer; the type's default when there is none.</summary>
    public T Value { get; }

    /// <summary>Whether the call answered.</summary>
    public bool IsThere { get; }
}
