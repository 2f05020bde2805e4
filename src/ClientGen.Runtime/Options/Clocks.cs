#if NET
namespace ClientGen;

/// <summary>What older frameworks have as an extension of the clock, under the same name.</summary>
internal static class Clocks
{
    /// <summary>A source that is cancelled after a while.</summary>
    public static CancellationTokenSource CreateCancellationTokenSource(this TimeProvider clock, TimeSpan delay) => new(delay, clock);
}
#endif
