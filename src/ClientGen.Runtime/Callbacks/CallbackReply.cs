namespace ClientGen.Callbacks;

/// <summary>The reply to a callback.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; empty for none.</param>
/// <param name="ContentType">The media type of the body; <c>null</c> for none.</param>
public sealed record CallbackReply(int Status, ReadOnlyMemory<byte> Body = default, string? ContentType = null)
{
    /// <summary>Whether the sender may consider the callback delivered.</summary>
    public bool IsAcknowledged => Status is >= 200 and <= 299;
}

/// <summary>A callback that was turned away, with its bytes, so that nothing is lost.</summary>
/// <param name="Callback">The contract's name of the callback.</param>
/// <param name="Status">The HTTP status of the reply.</param>
/// <param name="Reason">Why, without personal data.</param>
/// <param name="Body">The body, at most <see cref="CallbackOptions.MaxBodyBytes"/>. May hold personal data.</param>
/// <param name="Error">What was wrong with the body; <c>null</c> when something else was.</param>
public sealed record RejectedCallback(string Callback, int Status, string Reason, ReadOnlyMemory<byte> Body, Exception? Error = null);
