using System.ComponentModel;

namespace ClientGen.Polling;

/// <summary>What the contract says about polling. Made once and shared.</summary>
/// <typeparam name="T">What a poll answers.</typeparam>
/// <param name="isTerminal">Whether an answer ends the polling.</param>
/// <param name="retryLimit">Retries after a failure before the loop gives up; a success starts the count again.</param>
/// <param name="retryAfter">Pause before a retry; zero when the contract names none, which gives a growing one.</param>
/// <param name="single">Whether only one poll may be under way. The loop keeps to that by itself.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PollRule<T>(Func<T, bool> isTerminal, int retryLimit, TimeSpan retryAfter, bool single = false)
{
    /// <summary>Whether an answer ends the polling.</summary>
    public Func<T, bool> IsTerminal { get; } = isTerminal;

    /// <summary>Retries after a failure before the loop gives up.</summary>
    public int RetryLimit { get; } = retryLimit;

    /// <summary>Pause before a retry; zero when the contract names none.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;

    /// <summary>Whether only one poll may be under way.</summary>
    public bool Single { get; } = single;
}
