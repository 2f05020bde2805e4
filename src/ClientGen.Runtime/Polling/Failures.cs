using System.Globalization;

namespace ClientGen.Polling;

/// <summary>Which failures another attempt may cure, and how long to wait for it.</summary>
internal static class Failures
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    public static bool MayPass(Exception failure) => failure switch
    {
        // 408 Request Timeout, 429 Too Many Requests: the server itself asks for another attempt. Other 4xx will not change.
        ApiException api => api.Status is >= 500 or 408 or 429,
        ResultCodeException or MalformedAnswerException or TransportException or DeadlineExceededException => true,
        CredentialException { InnerException: { } inner } => MayPass(inner),
        WorkflowException { InnerException: { } inner } => MayPass(inner),
        _ => false,
    };

    /// <summary>The pause before the next attempt.</summary>
    /// <param name="failure">The last failure; <c>null</c> when there was none.</param>
    /// <param name="wanted">The contract's pause; zero when it names none.</param>
    /// <param name="failures">Failures in a row, from 1.</param>
    /// <param name="clock">For dates in <c>Retry-After</c>.</param>
    /// <param name="jitter">Chance, so that many clients do not come back at one moment.</param>
    public static TimeSpan Pause(Exception? failure, TimeSpan wanted, int failures, TimeProvider clock, Func<double> jitter)
    {
        if (RetryAfter(failure, clock) is { } asked)
            return asked;
        return wanted > TimeSpan.Zero ? wanted : Grown(FirstPause, failures, LongestPause, jitter);
    }

    /// <summary>Twice as long with each failure, a bit longer by chance, and bounded.</summary>
    public static TimeSpan Grown(TimeSpan first, int failures, TimeSpan longest, Func<double> jitter)
    {
        var milliseconds = first.TotalMilliseconds * Math.Pow(2, Math.Min(failures - 1, 30)) * (1 + (0.5 * jitter()));
        return milliseconds < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : longest;
    }

    // RFC 9110 10.2.3: Retry-After = HTTP-date / delay-seconds.
    public static TimeSpan? RetryAfter(Exception? failure, TimeProvider clock)
    {
        if (failure is not AnswerException { Headers: var headers } || headers.Find("Retry-After") is not { } text)
            return null;
        TimeSpan wait;
        if (uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            wait = TimeSpan.FromSeconds(seconds);
        else if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            wait = date - clock.GetUtcNow();
        else
            return null;
        // A date in the past asks for nothing, and no server makes us sleep for a day.
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < ApiClientConstants.MostDeadline ? wait : ApiClientConstants.MostDeadline;
    }
}
