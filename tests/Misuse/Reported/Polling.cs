namespace Misuse;

/// <summary>Polls of the same at the same time.</summary>
public sealed class Polling(ICcMessagingClient client)
{
    /// <summary>Asks twice at once.</summary>
    public Task AskTwiceAsync(CancellationToken ct) =>
        Task.WhenAll(client.GetClickToCallEventsAsync(Channel.WEB, ct), client.GetClickToCallEventsAsync(Channel.WEB, ct)); // CG2008
}
