using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClientGen.Http;

namespace ClientGen.Polling;

/// <summary>A long poll as a stream.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PollLoop
{
    // A server that answers at once, again and again, is slowed down to 20 polls a second; a burst of events is not.
    private const int FreeQuickAnswers = 8;
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(50);

    /// <summary>Polls until a terminal answer, and hands every answer on.</summary>
    /// <typeparam name="T">What a poll answers.</typeparam>
    /// <param name="pipeline">The client's pipeline.</param>
    /// <param name="rule">What the contract says.</param>
    /// <param name="poll">Polls once.</param>
    /// <param name="cancellationToken">Ends the polling.</param>
    /// <returns>The answers, the terminal one last. Each enumeration polls anew.</returns>
    /// <exception cref="PollingGaveUpException">More polls in a row failed than the contract allows.</exception>
    /// <exception cref="ApiException">The server refused a poll in a way that another attempt cannot change.</exception>
    /// <exception cref="OperationCanceledException">The caller's token ended the polling.</exception>
    public static async IAsyncEnumerable<T> RunAsync<T>(
        ApiPipeline pipeline,
        PollRule<T> rule,
        Func<CancellationToken, Task<T>> poll,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var clock = pipeline.Core.Clock;
        var failures = 0;
        var quickAnswers = 0;
        while (true)
        {
            var start = clock.GetTimestamp();
            T answer;
            try
            {
                answer = await poll(cancellationToken).ConfigureAwait(false);
            }
            catch (ClientGenException e) when (Failures.MayPass(e))
            {
                failures++;
                if (failures > rule.RetryLimit)
                    throw new PollingGaveUpException(e.Operation, failures, e);
                var pause = Failures.Pause(e, rule.RetryAfter, failures, clock, pipeline.Core.Jitter);
                pipeline.Core.Log.PollRetried(e.Operation, failures, pause, e);
                await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
                continue;
            }

            failures = 0;
            yield return answer;
            if (rule.IsTerminal(answer))
                yield break;
            cancellationToken.ThrowIfCancellationRequested();
            quickAnswers = clock.GetElapsedTime(start) < Quick ? quickAnswers + 1 : 0;
            if (quickAnswers > FreeQuickAnswers)
                await Task.Delay(Quick, clock, cancellationToken).ConfigureAwait(false);
        }
    }
}
