namespace Misuse;

/// <summary>Streams that do not come back.</summary>
public static class Streams
{
    /// <summary>Gives up with the first connection.</summary>
    public static void Configure(ApiClientOptions options)
    {
        options.Streams.MaxReconnectAttempts = 0; // CG7002
        options.Streams.LongestDelay = TimeSpan.FromSeconds(10);
    }
}
