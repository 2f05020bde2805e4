namespace ClientGen.Callbacks;

/// <summary>What is known of a callback that has arrived.</summary>
public enum CallbackState
{
    /// <summary>It is new, and now marked as being received.</summary>
    New,

    /// <summary>Somebody is receiving it just now.</summary>
    Begun,

    /// <summary>It has been received.</summary>
    Done,
}

/// <summary>Remembers callbacks, so that a repeated one is recognised. Used by many threads.</summary>
public interface ICallbackStore
{
    /// <summary>Marks a callback as being received, unless it is known.</summary>
    /// <param name="key">What tells callbacks apart.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>What was known of it before.</returns>
    ValueTask<CallbackState> TryBeginAsync(string key, CancellationToken cancellationToken);

    /// <summary>The receiver has returned: the callback is done.</summary>
    /// <param name="key">What tells callbacks apart.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>A task that ends when it is remembered.</returns>
    ValueTask CompleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>The receiver has failed: the callback is as new.</summary>
    /// <param name="key">What tells callbacks apart.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>A task that ends when it is forgotten.</returns>
    ValueTask AbandonAsync(string key, CancellationToken cancellationToken);
}
