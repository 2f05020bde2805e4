namespace ClientGen.Specs.Tests;

/// <summary>How much work something is, counted in the bytes that it allocates: a busy machine counts the same as an idle one.</summary>
internal static class Work
{
    // No measure, only the end of a test that would hang.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(10);

    /// <summary>Does it, and fails if that took more than the given bytes.</summary>
    public static T Within<T>(long bytes, Func<CancellationToken, T> work)
    {
        using var hang = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        hang.CancelAfter(Hang);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var made = work(hang.Token);
        var spent = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(spent <= bytes, $"{spent:N0} bytes were allocated; {bytes:N0} are enough.");
        return made;
    }
}
