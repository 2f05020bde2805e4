using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Timeouts;

/// <summary>CG3001: nothing gives up before a long poll may end.</summary>
public sealed class LongPollHasTimeTests
{
    [Theory]
    [InlineData("var http = new HttpClient { Timeout = {|CG3001:TimeSpan.FromSeconds(10)|} }; var c = new CcMessagingClient(http); Console.WriteLine(c);")]
    [InlineData("var http = new HttpClient(); http.Timeout = {|CG3001:TimeSpan.FromSeconds(59)|}; ICcMessagingClient c = new CcMessagingClient(http); Console.WriteLine(c);")]
    [InlineData("var c = new CcMessagingClient(new HttpClient { Timeout = {|CG3001:new TimeSpan(0, 0, 30)|} }); Console.WriteLine(c);")]
    [InlineData("using var cts = new CancellationTokenSource({|CG3001:5000|}); await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);")]
    [InlineData("using var cts = new CancellationTokenSource({|CG3001:TimeSpan.FromSeconds(10)|}); await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);")]
    [InlineData("using var cts = CancellationTokenSource.CreateLinkedTokenSource(ct); cts.CancelAfter({|CG3001:TimeSpan.FromSeconds(15)|}); await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);")]
    [InlineData("await client.GetClickToCallEventsAsync(Channel.WEB, ct).WaitAsync({|CG3001:TimeSpan.FromSeconds(15)|}, ct);")]
    [InlineData("await Task.WhenAny(client.GetClickToCallEventsAsync(Channel.WEB, ct), Task.Delay({|CG3001:5000|}, ct));")]
    [InlineData("await client.With(new CallOptions { Deadline = {|CG3001:TimeSpan.FromSeconds(20)|} }).GetClickToCallEventsAsync(Channel.WEB, ct);")]
    [InlineData("var options = new ApiClientOptions(); options.Deadlines[\"getClickToCallEvents\"] = {|CG3001:TimeSpan.FromSeconds(20)|}; Console.WriteLine(options);")]
    [InlineData("var options = new ApiClientOptions { Deadlines = { [\"getClickToCallEvents\"] = {|CG3001:TimeSpan.FromSeconds(20)|}, [\"send\"] = TimeSpan.FromSeconds(5) } }; Console.WriteLine(options);")]
    [InlineData("var options = new ApiClientOptions { Deadlines = { { \"getClickToCallEvents\", {|CG3001:TimeSpan.FromSeconds(20)|} } } }; options.Deadlines.Add(\"send\", TimeSpan.FromSeconds(5)); Console.WriteLine(options);")]
    [InlineData("var options = new ApiClientOptions(); options.Deadlines.Add(\"getClickToCallEvents\", {|CG3001:TimeSpan.FromSeconds(20)|}); Console.WriteLine(options);")]
    public Task Short_times_are_reported(string body) => Check.Body(body);

    [Theory]
    [InlineData("var http = new HttpClient { Timeout = TimeSpan.FromSeconds(90) }; var c = new CcMessagingClient(http); Console.WriteLine(c);")]
    [InlineData("var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan }; var c = new CcMessagingClient(http); Console.WriteLine(c);")]
    [InlineData("var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) }; await http.GetStringAsync(\"https://example.com\", ct);")]
    [InlineData("var other = new HttpClient { Timeout = TimeSpan.FromSeconds(5) }; var c = new CcMessagingClient(new HttpClient { Timeout = TimeSpan.FromMinutes(2) }); Console.WriteLine((other, c));")]
    [InlineData("var c = new RtcVoiceClient(new HttpClient { Timeout = TimeSpan.FromSeconds(5) }); Console.WriteLine(c);")]
    [InlineData("using var cts = new CancellationTokenSource(TimeSpan.FromMinutes(10)); await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);")]
    [InlineData("using var cts = new CancellationTokenSource(5000); await client.CheckClickToCallSupportAsync(Channel.WEB, cts.Token);")]
    [InlineData("using var cts = new CancellationTokenSource(5000); await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, cts.Token)) Console.WriteLine(e);")]
    [InlineData("using var cts = CancellationTokenSource.CreateLinkedTokenSource(ct); await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);")]
    [InlineData("await client.GetClickToCallEventsAsync(Channel.WEB, ct).WaitAsync(TimeSpan.FromSeconds(75), ct);")]
    [InlineData("var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); while (await Task.WhenAny(poll, Task.Delay(5000, ct)) != poll) Console.WriteLine(\"waiting\"); await poll;")]
    [InlineData("await client.With(new CallOptions { Deadline = TimeSpan.FromSeconds(20) }).CheckClickToCallSupportAsync(Channel.WEB, ct);")]
    [InlineData("var options = new ApiClientOptions { Deadline = TimeSpan.FromSeconds(20) }; options.Deadlines[\"send\"] = TimeSpan.FromSeconds(5); Console.WriteLine(options);")]
    [InlineData("""using var cts = new CancellationTokenSource(); await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);""")]
    [InlineData("""using var cts = new CancellationTokenSource(TimeSpan.FromSeconds(60)); await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);""")]
    [InlineData("""using var cts = new CancellationTokenSource(TimeSpan.FromSeconds(90)); cts.CancelAfter(TimeSpan.FromSeconds(120)); await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);""")]
    [InlineData("""using var cts = new CancellationTokenSource(); await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token); cts.CancelAfter(Timeout.InfiniteTimeSpan);""")]
    [InlineData("""using var cts = new CancellationTokenSource(int.Parse(Console.ReadLine() ?? "90000")); await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);""")]
    [InlineData("""using var cts = new CancellationTokenSource(TimeSpan.FromSeconds(Environment.ProcessorCount * 30)); await client.GetClickToCallEventsAsync(Channel.WEB, cts.Token);""")]
    [InlineData("""using var cts = new CancellationTokenSource(5000); Console.CancelKeyPress += (_, _) => cts.Cancel(); await client.GetClickToCallEventsAsync(Channel.WEB, ct);""")]
    [InlineData("""using var cts = new CancellationTokenSource(5000); await Task.Delay(100, cts.Token); await client.GetClickToCallEventsAsync(Channel.WEB, ct);""")]
    [InlineData("""await Task.Delay(5000, ct); await client.GetClickToCallEventsAsync(Channel.WEB, ct); await Task.Delay(TimeSpan.FromSeconds(1), ct);""")]
    [InlineData("""await client.CheckClickToCallSupportAsync(Channel.WEB, ct).WaitAsync(TimeSpan.FromSeconds(5), ct);""")]
    [InlineData("""var stop = new TaskCompletionSource(); await Task.WhenAny(client.GetClickToCallEventsAsync(Channel.WEB, ct), stop.Task);""")]
    [InlineData("""await Task.WhenAny(client.GetClickToCallEventsAsync(Channel.WEB, ct), Task.Delay(TimeSpan.FromMinutes(2), ct));""")]
    [InlineData("""await Task.WhenAny(client.CheckClickToCallSupportAsync(Channel.WEB, ct), Task.Delay(5000, ct));""")]
    [InlineData("""var http = new HttpClient { Timeout = TimeSpan.Parse(Console.ReadLine() ?? "") }; Console.WriteLine(new CcMessagingClient(http));""")]
    [InlineData("""var http = new HttpClient { BaseAddress = new Uri("https://example.com") }; Console.WriteLine(new CcMessagingClient(http));""")]
    [InlineData("""var http = new HttpClient(); http.Timeout = ct.CanBeCanceled ? TimeSpan.FromMinutes(2) : TimeSpan.FromMinutes(5); Console.WriteLine(new CcMessagingClient(http));""")]
    [InlineData("""await client.With(new CallOptions { Deadline = TimeSpan.FromSeconds(75) }).GetClickToCallEventsAsync(Channel.WEB, ct);""")]
    [InlineData("""var options = new ApiClientOptions(); options.Deadlines["getClickToCallEvents"] = TimeSpan.FromSeconds(75); Console.WriteLine(options);""")]
    [InlineData("""var options = new ApiClientOptions { Deadlines = { ["getClickToCallEvents"] = TimeSpan.FromMinutes(2), ["send"] = TimeSpan.FromSeconds(5) } }; Console.WriteLine(options);""")]
    [InlineData("""var seconds = new Dictionary<string, TimeSpan> { ["getClickToCallEvents"] = TimeSpan.FromSeconds(5) }; Console.WriteLine(seconds.Count);""")]
    [InlineData("""var timer = new PeriodicTimer(TimeSpan.FromSeconds(5)); while (await timer.WaitForNextTickAsync(ct)) await client.CheckClickToCallSupportAsync(Channel.WEB, ct);""")]
    [InlineData("""try { await client.CheckClickToCallSupportAsync(Channel.WEB, ct).WaitAsync(TimeSpan.FromSeconds(3), ct); } catch (TimeoutException) { await client.GetClickToCallEventsAsync(Channel.WEB, ct); }""")]
    public Task Other_times_are_fine(string body) => Check.Body(body);

    [Theory]
    [InlineData("TimeSpan.FromSeconds(10)", "TimeSpan.FromSeconds(60)")]
    [InlineData("TimeSpan.FromMinutes(0.5)", "TimeSpan.FromMinutes(1)")]
    [InlineData("TimeSpan.FromMilliseconds(500)", "TimeSpan.FromMilliseconds(60000)")]
    [InlineData("new TimeSpan(0, 0, 30) /* half a minute */", "TimeSpan.FromSeconds(60) /* half a minute */")]
    [InlineData("5 * 1000", "60000")]
    public Task Short_times_become_those_of_the_contract(string before, string after) => CheckFix.Body(
        $"using var patience = new CancellationTokenSource({{|CG3001:{before.Replace(" /*", "|} /*")}{(before.Contains("/*") ? "" : "|}")}); // ours\nawait client.GetClickToCallEventsAsync(Channel.WEB, patience.Token);",
        $"using var patience = new CancellationTokenSource({after}); // ours\nawait client.GetClickToCallEventsAsync(Channel.WEB, patience.Token);");

    [Fact]
    public Task A_constant_that_others_may_use_stays() => CheckFix.Members(
        """
        private static readonly TimeSpan Short = TimeSpan.FromSeconds(20);

        public Task PollAsync(CancellationToken ct) => client.GetClickToCallEventsAsync(Channel.WEB, ct).WaitAsync({|CG3001:Short|}, ct);
        """,
        """
        private static readonly TimeSpan Short = TimeSpan.FromSeconds(20);

        public Task PollAsync(CancellationToken ct) => client.GetClickToCallEventsAsync(Channel.WEB, ct).WaitAsync(TimeSpan.FromSeconds(60), ct);
        """);

    private static string Services(string body) => $$"""
        using ContactCenter.Messaging;
        using ContactCenter.Rtc;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Http.Resilience;
        using Microsoft.Extensions.Configuration;

        public static class Startup
        {
            private static readonly TimeSpan Short = TimeSpan.FromSeconds(20);
            private const int Seconds = 12;

            public static void Configure(IServiceCollection services, IConfiguration configuration)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("services.AddCcMessagingClient().ConfigureHttpClient(http => http.Timeout = {|CG3001:TimeSpan.FromSeconds(10)|});")]
    [InlineData("services.AddCcMessagingClient().ConfigureHttpClient(http => { http.Timeout = {|CG3001:Short|}; });")]
    [InlineData("services.AddContactCenter(options => { }).ConfigureHttpClient((provider, http) => http.Timeout = {|CG3001:TimeSpan.FromSeconds(Seconds)|});")]
    [InlineData("services.AddHttpClient<Typed>(http => http.Timeout = {|CG3001:TimeSpan.FromSeconds(10)|});", true)]
    public Task Registrations_with_short_times(string body, bool hasTyped = false) => Check.Program(Services(body) + (hasTyped ? Typed : ""));

    [Theory]
    [InlineData("services.AddCcMessagingClient();")]
    [InlineData("services.AddCcMessagingClient().ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(100));")]
    [InlineData("services.AddHttpClient(\"other\", http => http.Timeout = TimeSpan.FromSeconds(5)); services.AddCcMessagingClient();")]
    [InlineData("services.AddCcMessagingClient().ConfigureHttpClient(http => http.Timeout = configuration.GetValue<TimeSpan>(\"t\"));")]
    [InlineData("services.ConfigureHttpClientDefaults(all => all.ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(5))); services.AddCcMessagingClient();")]
    [InlineData("""services.AddCcMessagingClient().ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(60));""")]
    [InlineData("""services.AddCcMessagingClient().ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan);""")]
    [InlineData("""services.AddCcMessagingClient().ConfigureHttpClient(http => http.DefaultRequestHeaders.Add("X-Team", "web"));""")]
    [InlineData("""services.AddHttpClient<System.Text.StringBuilder>(http => http.Timeout = TimeSpan.FromSeconds(5)); services.AddCcMessagingClient();""")]
    [InlineData("""services.AddRtcVoiceClient().ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(10)); services.AddCcMessagingClient();""")]
    [InlineData("""services.AddCcMessagingClient().ConfigureHttpClient((_, http) => { http.Timeout = TimeSpan.FromMinutes(configuration.GetValue("minutes", 2)); });""")]
    public Task Registrations_that_are_fine(string body) => Check.Program(Services(body));

    [Theory]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddStandardResilienceHandler|}(options => options.Retry.DisableForUnsafeHttpMethods());")]
    [InlineData("services.AddContactCenter(options => { }).{|CG3002:AddStandardResilienceHandler|}(options => options.Retry.DisableForUnsafeHttpMethods());")]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddStandardResilienceHandler|}(options => { options.Retry.MaxRetryAttempts = 2; options.Retry.DisableForUnsafeHttpMethods(); });")]
    [InlineData("services.AddCcMessagingClient().{|CG3002:AddStandardResilienceHandler|}(options => { options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(70); options.Retry.DisableForUnsafeHttpMethods(); });")]
    [InlineData("services.ConfigureHttpClientDefaults(all => all.{|CG3002:AddStandardResilienceHandler|}(options => options.Retry.DisableForUnsafeHttpMethods())); services.AddCcMessagingClient();")]
    public Task Resilience_handlers_that_cut_the_poll_off(string body) => Check.Program(Services(body));

    [Theory]
    [InlineData("services.AddHttpClient(\"other\").AddStandardResilienceHandler(); services.AddCcMessagingClient();")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler(configuration.GetSection(\"resilience\"));")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler(options => { options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(70); options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(5); options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(150); options.Retry.DisableForUnsafeHttpMethods(); });")]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler().Configure((options, _) => { options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(70); options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(5); options.Retry.DisableForUnsafeHttpMethods(); });")]
    [InlineData("services.ConfigureHttpClientDefaults(all => all.AddStandardResilienceHandler());")]
    [InlineData("""services.AddCcMessagingClient(); services.AddHttpClient("shop").AddStandardResilienceHandler(options => options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(5));""")]
    [InlineData("""services.AddRtcVoiceClient().AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());""")]
    [InlineData("""services.AddHttpClient("other").AddStandardHedgingHandler(); services.AddCcMessagingClient();""")]
    [InlineData("""services.AddCcMessagingClient().AddStandardResilienceHandler(options => { options.AttemptTimeout.Timeout = TimeSpan.FromMinutes(2); options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(10); options.CircuitBreaker.SamplingDuration = TimeSpan.FromMinutes(5); options.Retry.MaxRetryAttempts = 1; options.Retry.DisableForUnsafeHttpMethods(); });""")]
    public Task Resilience_handlers_that_are_fine(string body) => Check.Program(Services(body));

    private const string Typed = """

        public sealed class Typed(HttpClient http)
        {
            private readonly CcMessagingClient _client = new(http);

            public CcMessagingClient Client => _client;
        }
        """;
}
