namespace ClientGen.Callbacks;

/// <summary>A callback as it arrived, whatever web framework received it.</summary>
public sealed class CallbackRequest
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The URL as the sender was told it. Signatures may cover it, so behind a proxy it is not the local one.</summary>
    public required string Url { get; init; }

    /// <summary>Looks a header up by name, in any case; <c>null</c> when it is absent.</summary>
    public required Func<string, string?> Header { get; init; }

    /// <summary>The body.</summary>
    public required Stream Body { get; init; }
}

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
