using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Timeouts;

/// <summary>CG3002: resilience handlers leave long polls their time.</summary>
public sealed class LongPollKeepsItsPipelineTests
{
    private const string Long = "options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(70); options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(5); options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(150);";

    private static string Services(string body, string members = "") => $$"""
        #pragma warning disable EXTEXP0001
        using ContactCenter.Messaging;
        using ContactCenter.Rtc;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Http.Resilience;
        using Microsoft.Extensions.Options;
        using Polly;
        using Polly.Timeout;

        public static class Startup
        {
            private static readonly TimeSpan Patience = TimeSpan.FromSeconds(75);

            public static void Configure(IServiceCollection services, IConfiguration configuration, TimeSpan given)
            {
                {{body}}
            }

            {{members}}

            private static void SetUp(HttpStandardResilienceOptions options)
            {
                {{Long}}
            }

            private static void Hurry(HttpStandardResilienceOptions options) => options.Retry.MaxRetryAttempts = 1;
        }

        public sealed class Typed(HttpClient http)
        {
            public ICcMessagingClient Client { get; } = new CcMessagingClient(http);
        }

        public sealed class Weather(HttpClient http)
        {
            public Task<string> AskAsync() => http.GetStringAsync("https://example.com");
        }
        """ + Factory(body);

    [Theory]
    [InlineData("services.AddHttpClient<Typed>().{|CG3002:AddStandardResilienceHandler|}();")]
    [InlineData("services.AddHttpClient(\"messaging\").{|CG3002:AddStandardResilienceHandler|}();")]
    [InlineData("services.AddHttpClient<ICcMessagingClient, CcMessagingClient>(http => http.Timeout = Timeout.InfiniteTimeSpan).{|CG3002:AddStandardResilienceHandler|}();")]
    [InlineData("services.AddHttpClient(\"cc\").AddTypedClient<ICcMessagingClient>(http => new CcMessagingClient(http)).{|CG3002:AddStandardResilienceHandler|}();")]
    [InlineData("services.AddHttpClient(\"cc\").{|CG3002:AddStandardResilienceHandler|}(); services.AddSingleton<ICcMessagingClient>(provider => new CcMessagingClient(provider.GetRequiredService<IHttpClientFactory>().CreateClient(\"cc\")));")]
    [InlineData("IHttpClientBuilder builder = services.AddCcMessagingClient(); builder.{|CG3002:AddStandardResilienceHandler|}();")]
    [InlineData("var builder = services.AddCcMessagingClient().SetHandlerLifetime(TimeSpan.FromMinutes(5)); builder.{|CG3002:AddStandardResilienceHandler|}(options => options.Retry.UseJitter = true);")]
    [InlineData("services.AddCcMessagingClient(); services.AddHttpClient(\"CcMessagingClient\").{|CG3002:AddStandardResilienceHandler|}();")]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddStandardResilienceHandler|}(Hurry);")]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddStandardResilienceHandler|}().Configure(options => options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(30));")]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddStandardResilienceHandler|}(options => options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(5));")]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddStandardResilienceHandler|}(options => options.AttemptTimeout.Timeout = Patience);")]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddStandardResilienceHandler|}(options => { options.AttemptTimeout = new HttpTimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(20) }; options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(5); });")]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddStandardResilienceHandler|}(options => { options.AttemptTimeout = new() { Name = \"attempt\" }; options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(5); });")]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddStandardResilienceHandler|}(options => { var attempt = options.AttemptTimeout; attempt.Timeout = TimeSpan.FromSeconds(20); });")]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddStandardHedgingHandler|}();")]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddStandardHedgingHandler|}(routing => routing.ConfigureOrderedGroups(groups => groups.Groups.Add(new UriEndpointGroup())));")]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddStandardHedgingHandler|}().Configure(options => options.Endpoint.Timeout.Timeout = TimeSpan.FromSeconds(70));")]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddResilienceHandler|}(\"mine\", builder => builder.AddTimeout(TimeSpan.FromSeconds(10)));")]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddResilienceHandler|}(\"mine\", builder => { builder.AddTimeout(TimeSpan.FromMinutes(5)); builder.AddRetry(new HttpRetryStrategyOptions()).AddTimeout(new HttpTimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(20) }); });")]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddResilienceHandler|}(\"mine\", (builder, context) => builder.AddTimeout(new HttpTimeoutStrategyOptions()));")]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddResilienceHandler|}(\"mine\", Pipeline);", "private static void Pipeline(ResiliencePipelineBuilder<HttpResponseMessage> builder) => builder.AddTimeout(TimeSpan.FromSeconds(10));")]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddPolicyHandler|}(Policy.TimeoutAsync<HttpResponseMessage>(10));")]
    [InlineData("var timeout = Policy.TimeoutAsync<HttpResponseMessage>(TimeSpan.FromSeconds(10)); services.AddCcMessagingClient().AddTransientHttpErrorPolicy(policy => policy.RetryAsync(3)).{|CG3002:AddPolicyHandler|}(timeout);")]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddPolicyHandler|}(request => Policy.TimeoutAsync<HttpResponseMessage>(10));")]
    [InlineData("services.AddCcMessagingClient(); services.ConfigureHttpClientDefaults(all => { all.AddDefaultLogger(); all.{|CG3002:AddStandardResilienceHandler|}(); });")]
    [InlineData("services.AddCcMessagingClient(); services.ConfigureHttpClientDefaults(Defaults);", "private static void Defaults(IHttpClientBuilder all) => all.{|CG3002:AddStandardResilienceHandler|}();")]
    [InlineData("services.AddHttpClient<Typed>(); services.ConfigureHttpClientDefaults(all => all.{|CG3002:AddStandardResilienceHandler|}());")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler(SetUp); services.ConfigureHttpClientDefaults(all => all.{|CG3002:AddStandardResilienceHandler|}());")]
    [InlineData("services.AddCcMessagingClient().RemoveAllResilienceHandlers().{|CG3002:AddStandardResilienceHandler|}();")]
    [InlineData("Resilient(services.AddCcMessagingClient()); Resilient(services.AddHttpClient<Weather>());", "private static IHttpClientBuilder Resilient(IHttpClientBuilder builder) { builder.{|CG3002:AddStandardResilienceHandler|}(); return builder; }")]
    public Task Handlers_that_cut_the_poll_off(string body, string members = "") => Only(Services(body, members));

    [Theory]
    [InlineData("services.AddHttpClient<Weather>().AddStandardResilienceHandler(); services.AddCcMessagingClient();")]
    [InlineData("services.AddHttpClient<IRtcVoiceClient, RtcVoiceClient>().AddStandardResilienceHandler(); services.AddHttpClient<Typed>();")]
    [InlineData("services.AddHttpClient(\"messages\").AddStandardResilienceHandler();")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler(SetUp);")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler(options => SetUp(options));")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler().Configure(SetUp);")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler(options => configuration.GetSection(\"Resilience\").Bind(options));")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler().Configure(configuration.GetSection(\"Resilience\"));")]
    [InlineData("var handler = services.AddCcMessagingClient().AddStandardResilienceHandler(); handler.Configure(options => { " + Long + " });")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler().Configure(options => { options.AttemptTimeout.Timeout = given; options.TotalRequestTimeout.Timeout = 4 * given; });")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler(options => { options.AttemptTimeout.Timeout = Patience; options.TotalRequestTimeout.Timeout = Patience * 4; });")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler(options => { options.AttemptTimeout = new HttpTimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(70) }; options.TotalRequestTimeout = new HttpTimeoutStrategyOptions { Timeout = TimeSpan.FromMinutes(5) }; });")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler(options => { var attempt = options.AttemptTimeout; attempt.Timeout = Patience; options.TotalRequestTimeout.Timeout = Patience * 4; });")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler(options => { options.AttemptTimeout.TimeoutGenerator = _ => new ValueTask<TimeSpan>(Patience); options.TotalRequestTimeout.Timeout = Patience * 4; });")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler(options => { if (given > Patience) { options.AttemptTimeout.Timeout = given; options.TotalRequestTimeout.Timeout = given * 4; } });")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler(); services.Configure<HttpStandardResilienceOptions>(\"CcMessagingClient-standard\", options => { " + Long + " });")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler(); services.ConfigureAll<HttpStandardResilienceOptions>(options => { " + Long + " });")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler(); services.AddOptions<HttpStandardResilienceOptions>(\"CcMessagingClient-standard\").BindConfiguration(\"Resilience\");")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler(); services.AddSingleton<IConfigureOptions<HttpStandardResilienceOptions>>(new ConfigureNamedOptions<HttpStandardResilienceOptions>(null, SetUp));")]
    [InlineData("services.AddCcMessagingClient().AddStandardHedgingHandler().Configure(options => { options.Endpoint.Timeout.Timeout = Patience; options.TotalRequestTimeout.Timeout = Patience * 3; options.Endpoint.CircuitBreaker.SamplingDuration = Patience * 3; });")]
    [InlineData("services.AddCcMessagingClient().AddResilienceHandler(\"mine\", builder => builder.AddRetry(new HttpRetryStrategyOptions()).AddTimeout(Patience));")]
    [InlineData("services.AddCcMessagingClient().AddResilienceHandler(\"mine\", (builder, context) => builder.AddTimeout(context.GetOptions<HttpTimeoutStrategyOptions>(\"polls\")));")]
    [InlineData("services.AddCcMessagingClient().AddResilienceHandler(\"mine\", builder => builder.AddConcurrencyLimiter(10));")]
    [InlineData("services.AddCcMessagingClient().AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(75));")]
    [InlineData("services.AddCcMessagingClient().AddPolicyHandler(request => request.Method == HttpMethod.Get ? Policy.NoOpAsync<HttpResponseMessage>() : Policy.TimeoutAsync<HttpResponseMessage>(10));")]
    [InlineData("services.AddCcMessagingClient().AddTransientHttpErrorPolicy(policy => policy.WaitAndRetryAsync(3, attempt => TimeSpan.FromSeconds(attempt)));")]
    [InlineData("services.AddCcMessagingClient(); services.AddHttpClient<Weather>().AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(10));")]
    [InlineData("services.ConfigureHttpClientDefaults(all => all.AddStandardResilienceHandler()); services.AddHttpClient<Weather>();")]
    [InlineData("services.ConfigureHttpClientDefaults(all => all.AddStandardResilienceHandler()); services.AddCcMessagingClient().RemoveAllResilienceHandlers();")]
    [InlineData("services.ConfigureHttpClientDefaults(all => all.AddStandardResilienceHandler()); services.AddCcMessagingClient().RemoveAllResilienceHandlers().AddStandardResilienceHandler(SetUp);")]
    [InlineData("services.ConfigureHttpClientDefaults(all => all.AddStandardResilienceHandler()); var polls = services.AddHttpClient<Typed>(); polls.RemoveAllResilienceHandlers();")]
    [InlineData("services.ConfigureHttpClientDefaults(all => all.AddStandardResilienceHandler(SetUp)); services.AddCcMessagingClient();")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler(); services.AddHttpClient(\"CcMessagingClient\").RemoveAllResilienceHandlers();")]
    [InlineData("services.AddCcMessagingClient().ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Clear());")]
    [InlineData("services.AddHttpClient<Weather>().AddStandardResilienceHandler(options => options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(2)); services.AddCcMessagingClient(options => options.Deadline = TimeSpan.FromSeconds(5));")]
    [InlineData("Resilient(services.AddHttpClient<Weather>()); services.AddCcMessagingClient();", "private static IHttpClientBuilder Resilient(IHttpClientBuilder builder) { builder.AddStandardResilienceHandler(); return builder; }")]
    [InlineData("Resilient(services.AddCcMessagingClient(), SetUp); Resilient(services.AddHttpClient<Weather>(), Hurry);", "private static void Resilient(IHttpClientBuilder builder, Action<HttpStandardResilienceOptions> configure) => builder.AddStandardResilienceHandler(configure);")]
    public Task Handlers_that_do_not(string body, string members = "") => Only(Services(body, members));

    [Fact]
    public Task Defaults_of_a_host() => Check.Only(["CG3002"],
            """
            using ContactCenter.Messaging;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.DependencyInjection;

            var builder = WebApplication.CreateBuilder(args);
            builder.AddServiceDefaults();
            builder.Services.AddCcMessagingClient(options => options.BaseAddress = new Uri("https://example.com"));
            var app = builder.Build();
            app.Run();
            """,
            """
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;

            public static class Extensions
            {
                public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
                    where TBuilder : IHostApplicationBuilder
                {
                    builder.Services.ConfigureHttpClientDefaults(http =>
                    {
                        // Turn on resilience by default
                        http.{|CG3002:AddStandardResilienceHandler|}();
                    });
                    return builder;
                }
            }
            """);

    [Fact]
    public Task A_generic_host() => Only("""
        using ContactCenter.Messaging;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        await Host.CreateDefaultBuilder(args)
            .ConfigureServices((context, services) =>
            {
                services.AddHttpClient("other").AddStandardResilienceHandler();
                services
                    .AddCcMessagingClient()
                    .{|CG3002:AddStandardResilienceHandler|}(options =>
                    {
                        options.Retry.MaxRetryAttempts = 5;
                        options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(10);
                    });
            })
            .Build()
            .RunAsync();
        """);

    [Theory]
    [InlineData("10", true)]
    [InlineData("90", false)]
    public Task A_handler_made_by_hand(string seconds, bool isShort) => Only($$"""
        using ContactCenter.Messaging;
        using Microsoft.Extensions.Http.Resilience;
        using Polly;

        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 3 })
            .AddTimeout(TimeSpan.FromSeconds({{seconds}}))
            .Build();
        var handler = new {{(isShort ? "{|CG3002:ResilienceHandler|}" : "ResilienceHandler")}}(pipeline) { InnerHandler = new SocketsHttpHandler() };
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new CcMessagingClient(http);
        Console.WriteLine(client);
        """);

    // What is sent twice by these handlers is another rule's question.
    private static Task Only(string marked) => Check.Only(["CG3002"], marked);

    // A class that asks for an HttpClient by name is only there where the name is: defaults are for it, too.
    private static string Factory(string body) => !body.Contains("\"messaging\"", StringComparison.Ordinal) && !body.Contains("(Name", StringComparison.Ordinal) ? "" : """

        public sealed class Factory(IHttpClientFactory factory)
        {
            public ICcMessagingClient Create() => new CcMessagingClient(factory.CreateClient("messaging"));
        }
        """;
}
