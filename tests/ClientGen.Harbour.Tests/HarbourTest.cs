using Harbour;

namespace ClientGen.Harbour.Tests;

/// <summary>A server and a client for it, for each test.</summary>
public abstract class HarbourTest : IAsyncLifetime
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };

    internal HarbourServer Server { get; private set; } = null!;

    internal HarbourClient Client { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Server = await HarbourServer.StartAsync();
        Client = Connect(new StaticCredentials([new(HarbourClient.Schemes.HarbourKey, "k&1"), new(HarbourClient.Schemes.PilotToken, "first")]));
    }

    internal HarbourClient Connect(CredentialSource credentials) =>
        new(_http, new ApiClientOptions { BaseAddress = Server.Address, Credentials = credentials });

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _http.Dispose();
        GC.SuppressFinalize(this);
    }
}
