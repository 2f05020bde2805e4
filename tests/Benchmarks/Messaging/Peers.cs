using Benchmarks.NSwag.Messaging;
using Benchmarks.Transport;
using ClientGen;
using ContactCenter.Messaging;

namespace Benchmarks.Messaging;

/// <summary>Sets every peer up for the same server and credentials, each in the way that is usual for it.</summary>
internal static class Peers
{
    public static LimitClient Limit(HttpMessageHandler server) => new(
        MessagingServer.Bare(server), MessagingServer.Address, MessagingServer.AppKey, MessagingServer.AccessToken, MessagingServer.MessagingToken);

    public static SourceGenClient SourceGen(HttpMessageHandler server, TimeSpan deadline) => new(MessagingServer.SetUp(server, deadline));

    public static MessagingClient NSwag(HttpMessageHandler server, TimeSpan deadline) =>
        new(MessagingServer.SetUp(server, deadline)) { BaseUrl = MessagingServer.Address };

    /// <summary>The client that this repository compiles from the contract. Its deadlines are the contract's and the default: the same ones.</summary>
    public static CcMessagingClient ClientGen(HttpMessageHandler server) => new(
        MessagingServer.Bare(server),
        new()
        {
            BaseAddress = new(MessagingServer.Address),
            Credentials = new StaticCredentials(
            [
                new(CcMessagingClient.Schemes.AppKey, MessagingServer.AppKey),
                new(CcMessagingClient.Schemes.FabricBearer, MessagingServer.AccessToken),
                new(CcMessagingClient.Schemes.MessagingToken, MessagingServer.MessagingToken),
            ]),
        });
}
