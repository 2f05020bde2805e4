using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Timeouts;

/// <summary>CG3001: the <c>HttpClient</c> under a client with long polls waits for them, however it comes there.</summary>
public sealed class HttpClientTests
{
    [Theory]
    [InlineData("var http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5) }) { Timeout = {|CG3001:TimeSpan.FromSeconds(30)|} }; var c = new CcMessagingClient(http); Console.WriteLine(c);")]
    [InlineData("using var http = new HttpClient { BaseAddress = new Uri(\"https://example.com\"), Timeout = {|CG3001:TimeSpan.FromSeconds(1) * 30|} }; ICcMessagingClient c = new CcMessagingClient(http, new ApiClientOptions()); Console.WriteLine(c);")]
    [InlineData("HttpClient http = new(); http.Timeout = {|CG3001:TimeSpan.FromMilliseconds(59_999)|}; CcMessagingClient c = new(http); Console.WriteLine(c);")]
    [InlineData("var http = new HttpClient { Timeout = TimeSpan.FromMinutes(2) }; http.Timeout = {|CG3001:TimeSpan.FromSeconds(10)|}; Console.WriteLine(new CcMessagingClient(http));")]
    [InlineData("var poll = new HttpClient { Timeout = {|CG3001:TimeSpan.FromSeconds(10)|} }; var other = new HttpClient { Timeout = TimeSpan.FromSeconds(10) }; Console.WriteLine((new CcMessagingClient(poll), new RtcVoiceClient(other)));")]
    [InlineData("var limit = ct.CanBeCanceled ? TimeSpan.FromSeconds(10) : Timeout.InfiniteTimeSpan; var http = new HttpClient { Timeout = {|CG3001:limit|} }; Console.WriteLine(new CcMessagingClient(http));")]
    public Task Made_by_hand_and_too_short(string body) => Check.Body(body);

    [Theory]
    [InlineData("var http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20), PooledConnectionLifetime = TimeSpan.FromSeconds(30), ResponseDrainTimeout = TimeSpan.FromSeconds(2), Expect100ContinueTimeout = TimeSpan.FromSeconds(1), KeepAlivePingTimeout = TimeSpan.FromSeconds(10), KeepAlivePingDelay = TimeSpan.FromSeconds(10) }); Console.WriteLine(new CcMessagingClient(http));")]
    [InlineData("var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) }; http.Timeout = TimeSpan.FromMinutes(2); Console.WriteLine(new CcMessagingClient(http));")]
    [InlineData("var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) }; Console.WriteLine(new CcMessagingClient(http));")]
    [InlineData("var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(-1) }; Console.WriteLine(new CcMessagingClient(http));")]
    [InlineData("var http = new HttpClient { Timeout = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable(\"TIMEOUT\") ?? \"10\")) }; Console.WriteLine(new CcMessagingClient(http));")]
    [InlineData("var quick = new HttpClient { Timeout = TimeSpan.FromSeconds(5) }; var patient = new HttpClient { Timeout = TimeSpan.FromSeconds(90) }; Console.WriteLine((new RtcVoiceClient(quick), new CcMessagingClient(patient)));")]
    [InlineData("var http = new HttpClient(); Console.WriteLine(new CcMessagingClient(http));")]
    [InlineData("var options = new ApiClientOptions { Deadline = TimeSpan.FromSeconds(10) }; Console.WriteLine(new CcMessagingClient(new HttpClient(), options));")]
    [InlineData("var mail = new System.Net.Http.HttpClient { Timeout = TimeSpan.FromSeconds(10) }; using var invoker = new HttpMessageInvoker(new SocketsHttpHandler()); Console.WriteLine((new CcMessagingClient(invoker), mail));")]
    public Task Made_by_hand_and_long_enough(string body) => Check.Body(body);

    [Fact]
    public Task A_factory_method_for_all() => Check.Program("""
        using ContactCenter.Messaging;
        using ContactCenter.Rtc;

        public static class Clients
        {
            public static CcMessagingClient Messaging() => new(Make({|CG3001:TimeSpan.FromSeconds(20)|}));

            public static CcMessagingClient Patient() => new(Make(TimeSpan.FromSeconds(90)));

            public static RtcVoiceClient Voice() => new(Make(TimeSpan.FromSeconds(5)));

            public static CcMessagingClient InSeconds() => new(InSeconds({|CG3001:20|}));

            public static RtcVoiceClient VoiceInSeconds() => new(InSeconds(5));

            private static HttpClient Make(TimeSpan timeout) => new() { Timeout = timeout };

            private static HttpClient InSeconds(int seconds)
            {
                var http = new HttpClient();
                http.Timeout = TimeSpan.FromSeconds(seconds);
                return http;
            }
        }
        """);

    [Fact]
    public Task A_wrapper_makes_its_client() => Check.Program("""
        using ContactCenter.Messaging;

        public sealed class Session : IDisposable
        {
            private const int TimeoutSeconds = 15;
            private readonly HttpClient _http;
            private readonly ICcMessagingClient _client;

            public Session(Uri address)
            {
                _http = new HttpClient { BaseAddress = address };
                _http.Timeout = {|CG3001:TimeSpan.FromSeconds(TimeoutSeconds)|};
                _client = new CcMessagingClient(_http);
            }

            public ICcMessagingClient Client => _client;

            public void Dispose() => _http.Dispose();
        }
        """);

    [Fact]
    public Task A_wrapper_is_given_its_time() => Check.Program("""
        using ContactCenter.Messaging;

        public sealed class Session(Uri address, TimeSpan timeout)
        {
            private readonly ICcMessagingClient _client = new CcMessagingClient(new HttpClient { BaseAddress = address, Timeout = timeout });

            public ICcMessagingClient Client => _client;
        }

        public static class Program
        {
            public static Session Hasty() => new(new Uri("https://example.com"), {|CG3001:TimeSpan.FromSeconds(20)|});

            public static Session Patient() => new(new Uri("https://example.com"), TimeSpan.FromSeconds(70));
        }
        """);

    [Fact]
    public Task A_program_of_statements() => Check.Program("""
        using ContactCenter.Messaging;
        using ContactCenter.Rtc;

        using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
        http.Timeout = {|CG3001:TimeSpan.FromSeconds(30)|};
        using var voiceHttp = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var client = Create(http);
        Console.WriteLine(client);
        Console.WriteLine(new RtcVoiceClient(voiceHttp));

        static ICcMessagingClient Create(HttpClient invoker) => new CcMessagingClient(invoker);
        """);

    [Fact]
    public Task Options_that_configuration_may_change() => Check.Program("""
        using ContactCenter.Messaging;
        using Microsoft.Extensions.Options;

        public sealed class PollOptions
        {
            public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

            public int Seconds { get; set; } = 10;
        }

        public sealed class Session(HttpClient http, IOptions<PollOptions> options)
        {
            public ICcMessagingClient Create()
            {
                http.Timeout = options.Value.Timeout;
                http.Timeout = TimeSpan.FromSeconds(options.Value.Seconds);
                return new CcMessagingClient(http);
            }
        }
        """);

    private static string Services(string body) => $$"""
        using ContactCenter.Messaging;
        using ContactCenter.Rtc;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public static class Startup
        {
            private static readonly TimeSpan Short = TimeSpan.FromSeconds(20);
            private const string Name = "messaging";

            public static void Configure(IServiceCollection services, IConfiguration configuration)
            {
                {{body}}
            }

            private static void SetUp(HttpClient http) => http.Timeout = TimeSpan.FromSeconds(90);
        }

        public sealed class Typed(HttpClient http)
        {
            public ICcMessagingClient Client { get; } = new CcMessagingClient(http);
        }

        public sealed class Patient
        {
            private readonly HttpClient _http;

            public Patient(HttpClient http)
            {
                _http = http;
                _http.Timeout = TimeSpan.FromMinutes(2);
            }

            public ICcMessagingClient Client => new CcMessagingClient(_http);
        }

        public sealed class Weather(HttpClient http)
        {
            public Task<string> AskAsync() => http.GetStringAsync("https://example.com");
        }
        """ + Factory(body);

    [Theory]
    [InlineData("services.AddHttpClient(\"messaging\", http => http.Timeout = {|CG3001:TimeSpan.FromSeconds(10)|});")]
    [InlineData("services.AddHttpClient(Name).ConfigureHttpClient(http => { http.BaseAddress = new Uri(\"https://example.com\"); http.Timeout = {|CG3001:Short|}; });")]
    [InlineData("services.AddHttpClient<ICcMessagingClient, CcMessagingClient>(http => http.Timeout = {|CG3001:Short|});")]
    [InlineData("services.AddHttpClient<ICcMessagingClient, CcMessagingClient>((provider, http) => http.Timeout = {|CG3001:Short|});")]
    [InlineData("services.AddHttpClient<ICcMessagingClient>(http => http.Timeout = {|CG3001:Short|}).AddTypedClient<ICcMessagingClient>(http => new CcMessagingClient(http));")]
    [InlineData("services.AddHttpClient(\"cc\", http => http.Timeout = {|CG3001:Short|}).AddTypedClient<ICcMessagingClient>((http, provider) => new CcMessagingClient(http));")]
    [InlineData("services.AddHttpClient(\"cc\", http => http.Timeout = {|CG3001:Short|}).AddTypedClient<Typed>();")]
    [InlineData("services.AddHttpClient(\"cc\", http => http.Timeout = {|CG3001:Short|}); services.AddSingleton<ICcMessagingClient>(provider => new CcMessagingClient(provider.GetRequiredService<IHttpClientFactory>().CreateClient(\"cc\")));")]
    [InlineData("services.AddSingleton<ICcMessagingClient>(_ => new CcMessagingClient(new HttpClient { Timeout = {|CG3001:Short|} }));")]
    [InlineData("services.AddSingleton(new HttpClient { Timeout = {|CG3001:Short|} }); services.AddScoped<Typed>();")]
    [InlineData("services.AddSingleton(new HttpClient { Timeout = {|CG3001:Short|} }); services.AddSingleton<ICcMessagingClient>(provider => new CcMessagingClient(provider.GetRequiredService<HttpClient>()));")]
    [InlineData("var builder = services.AddHttpClient<Typed>(); builder.ConfigureHttpClient(http => http.Timeout = {|CG3001:Short|});")]
    [InlineData("services.AddCcMessagingClient(options => options.Deadline = TimeSpan.FromSeconds(5)).ConfigureHttpClient(http => http.Timeout = {|CG3001:Short|});")]
    [InlineData("services.AddCcMessagingClient(); services.AddHttpClient(\"CcMessagingClient\", http => http.Timeout = {|CG3001:Short|});")]
    [InlineData("services.AddHttpClient<Typed>(); services.ConfigureHttpClientDefaults(all => all.ConfigureHttpClient(http => http.Timeout = {|CG3001:Short|}));")]
    [InlineData("services.AddCcMessagingClient(options => options.Deadlines[\"getClickToCallEvents\"] = {|CG3001:Short|});")]
    [InlineData("services.AddContactCenter(options => { }).ConfigureHttpClient(http => http.Timeout = {|CG3001:Short|});")]
    public Task Registered_and_too_short(string body) => Check.Program(Services(body));

    [Theory]
    [InlineData("services.AddHttpClient(\"weather\", http => http.Timeout = TimeSpan.FromSeconds(10)); services.AddHttpClient(Name, http => http.Timeout = TimeSpan.FromMinutes(2));")]
    [InlineData("services.AddHttpClient<Weather>(http => http.Timeout = Short); services.AddHttpClient<Typed>();")]
    [InlineData("services.AddHttpClient<IRtcVoiceClient, RtcVoiceClient>(http => http.Timeout = Short); services.AddHttpClient<ICcMessagingClient, CcMessagingClient>(http => http.Timeout = Timeout.InfiniteTimeSpan);")]
    [InlineData("services.AddHttpClient<Typed>(http => http.Timeout = Short).ConfigureHttpClient(http => http.Timeout = TimeSpan.FromMinutes(2));")]
    [InlineData("services.AddHttpClient<Typed>(http => http.Timeout = Short).ConfigureHttpClient(SetUp);")]
    [InlineData("services.AddHttpClient<Patient>(http => http.Timeout = Short);")]
    [InlineData("services.AddHttpClient<Typed>(http => http.Timeout = configuration.GetValue<TimeSpan>(\"Timeout\"));")]
    [InlineData("services.AddHttpClient<Typed>(http => http.Timeout = TimeSpan.FromMinutes(2)); services.ConfigureHttpClientDefaults(all => all.ConfigureHttpClient(http => http.Timeout = Short));")]
    [InlineData("services.AddHttpClient<Patient>(); services.ConfigureHttpClientDefaults(all => all.ConfigureHttpClient(http => http.Timeout = Short));")]
    [InlineData("services.AddHttpClient<Weather>(); services.ConfigureHttpClientDefaults(all => all.ConfigureHttpClient(http => http.Timeout = Short)); services.AddCcMessagingClient();")]
    [InlineData("services.AddHttpClient(\"cc\", http => http.Timeout = Short).AddTypedClient<Weather>();")]
    [InlineData("services.AddHttpClient(\"cc\", http => http.Timeout = Short).AddTypedClient<IRtcVoiceClient>(http => new RtcVoiceClient(http));")]
    [InlineData("services.AddCcMessagingClient(options => { options.Deadline = Short; options.Deadlines[\"send\"] = Short; options.Deadlines[\"getClickToCallEvents\"] = TimeSpan.FromSeconds(75); });")]
    [InlineData("services.AddSingleton(new HttpClient { Timeout = Short }); services.AddSingleton<Weather>(); services.AddCcMessagingClient();")]
    [InlineData("services.AddCcMessagingClient().ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { ConnectTimeout = Short, ResponseDrainTimeout = Short }).SetHandlerLifetime(Short);")]
    public Task Registered_and_long_enough(string body) => Check.Program(Services(body));

    // A class that asks for an HttpClient by name is only there where the name is: defaults are for it, too.
    private static string Factory(string body) => !body.Contains("\"messaging\"", StringComparison.Ordinal) && !body.Contains("(Name", StringComparison.Ordinal) ? "" : """

        public sealed class Factory(IHttpClientFactory factory)
        {
            public ICcMessagingClient Create() => new CcMessagingClient(factory.CreateClient("messaging"));
        }
        """;
}
