namespace ClientGen.Callbacks;

/// <summary>Whether a callback is the sender's own.</summary>
/// <param name="IsGenuine">Whether it is.</param>
/// <param name="Reason">Why not, without secrets; <c>null</c> when it is.</param>
public readonly record struct CallbackVerdict(bool IsGenuine, string? Reason)
{
    /// <summary>It is the sender's own.</summary>
    public static CallbackVerdict Genuine => new(true, null);

    /// <summary>It is not.</summary>
    /// <param name="reason">Why, without secrets.</param>
    /// <returns>The verdict.</returns>
    public static CallbackVerdict Forged(string reason) => new(false, reason);
}

/// <summary>Checks who sent a callback. Used by many threads.</summary>
public abstract class CallbackVerifier
{
    /// <summary>Checks a callback. Compare digests with <c>CryptographicOperations.FixedTimeEquals</c>.</summary>
    /// <param name="request">The callback; its body has been read already.</param>
    /// <param name="body">The body.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns>The verdict.</returns>
    public abstract ValueTask<CallbackVerdict> VerifyAsync(CallbackRequest request, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);
}
