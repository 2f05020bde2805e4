using System.Net;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What registered clients send with.</summary>
internal static class ConnectionHandler
{
    // A redirect could carry credentials in headers of the contract's own to another server, and is sometimes the answer itself.
    private const bool FollowsRedirects = false;

#if NET
    // Connections are renewed by the handler itself, so that a client may live as long as the application.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static HttpMessageHandler Create() => new SocketsHttpHandler
    {
        AllowAutoRedirect = FollowsRedirects,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = ConnectionLifetime,
    };
#else
    public static HttpMessageHandler Create() => new HttpClientHandler
    {
        AllowAutoRedirect = FollowsRedirects,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        // .NET Framework allows two connections to a server, which a long poll and an event stream would take for themselves.
        MaxConnectionsPerServer = int.MaxValue,
    };
#endif
}
