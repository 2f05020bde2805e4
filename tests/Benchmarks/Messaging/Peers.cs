using Benchmarks.NSwag.Messaging;
using Benchmarks.Transport;

namespace Benchmarks.Messaging;

/// <summary>Sets every peer up for the same server and credentials, each in the way that is usual for it.</summary>
internal static class Peers
{
    public static LimitClient Limit(HttpMessageHandler server) => new(
        MessagingServer.Bare(server), MessagingServer.Address, MessagingServer.AppKey, MessagingServer.AccessToken, MessagingServer.MessagingToken);

    public static SourceGenClient SourceGen(HttpMessageHandler server, TimeSpan deadline) => new(MessagingServer.SetUp(server, deadline));

    public static MessagingClient NSwag(HttpMessageHandler server, TimeSpan deadline) =>
        new(MessagingServer.SetUp(server, deadline)) { BaseUrl = MessagingServer.Address };
}
