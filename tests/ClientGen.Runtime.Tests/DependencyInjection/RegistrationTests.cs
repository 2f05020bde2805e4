using System.Net;
using ClientGen.Http;
using ClientGen.Testing;
using ClientGen.Tests.Stubs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClientGen.Tests.DependencyInjection;

public class RegistrationTests
{
    private interface IPetsClient
    {
        HttpMessageInvoker Invoker { get; }

        ApiClientOptions Options { get; }
    }

    [Fact]
    public async Task A_registered_client_calls_through_the_factory_and_shares_one_object()
    {
        var server = new StubServer().Answers(200, Pets.Json);
        var services = new ServiceCollection();
        services.AddClientGenClient<IPetsClient, PetsClient>("pets", static (http, options) => new(http, options), static options => options.BaseAddress = new("https://di.example"))
            .ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<PetsClient>();
        Assert.Same(client, provider.GetRequiredService<IPetsClient>());
        Assert.Equal("Rex", (await client.Pipeline.GetPetAsync()).Name);
        Assert.Equal("https://di.example/pets/7", server.Requests[0].Url);
    }

    [Fact]
    public void The_factorys_time_out_is_off_and_redirects_are_not_followed()
    {
        var services = new ServiceCollection();
        services.AddClientGenClient("pets", static (http, options) => new PetsClient(http, options));
        using var provider = services.BuildServiceProvider();
        Assert.Equal(Timeout.InfiniteTimeSpan, Assert.IsType<HttpClient>(provider.GetRequiredService<PetsClient>().Invoker).Timeout);
        var handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("pets");
        while (handler is DelegatingHandler { InnerHandler: { } inner })
            handler = inner;
#if NETSTANDARD_RUNTIME
        var sockets = Assert.IsType<HttpClientHandler>(handler);
        Assert.Equal((false, DecompressionMethods.GZip | DecompressionMethods.Deflate), (sockets.AllowAutoRedirect, sockets.AutomaticDecompression));
        Assert.Equal(int.MaxValue, sockets.MaxConnectionsPerServer);
#else
        var sockets = Assert.IsType<SocketsHttpHandler>(handler);
        Assert.Equal((false, DecompressionMethods.All), (sockets.AllowAutoRedirect, sockets.AutomaticDecompression));
#endif
        Assert.Equal(Timeout.InfiniteTimeSpan, provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get("pets").HandlerLifetime);
    }

    [Fact]
    public void Log_and_clock_come_from_the_container_unless_the_options_name_others()
    {
        var (clock, own, log) = (new FakeClock(), new FakeClock(), new ListLogger());
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddSingleton<ILoggerFactory>(log);
        services.AddClientGenClient<IPetsClient>("pets", static (http, options) => new PetsClient(http, options));
        services.AddClientGenClient("own", static (http, options) => new PetsClient(http, options), options => options.TimeProvider = own);
        using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IPetsClient>().Options;
        Assert.Same(clock, options.TimeProvider);
        Assert.Same(log, options.LoggerFactory);
        Assert.Same(own, provider.GetRequiredService<PetsClient>().Options.TimeProvider);
    }

    [Fact]
    public void Bad_options_are_found_when_the_application_starts()
    {
        var services = new ServiceCollection();
        services.AddClientGenClient("pets", static (http, options) => new PetsClient(http, options), static options => options.MaxAnswerBytes = 1);
        using var provider = services.BuildServiceProvider();
        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains("pets: MaxAnswerBytes must be 1024 to 1073741824; it is 1.", error.Message, StringComparison.Ordinal);
    }

    private sealed class PetsClient(HttpMessageInvoker invoker, ApiClientOptions options) : IPetsClient
    {
        public ApiPipeline Pipeline { get; } = new(invoker, Pets.Client, options);

        public HttpMessageInvoker Invoker => invoker;

        public ApiClientOptions Options => options;
    }
}
