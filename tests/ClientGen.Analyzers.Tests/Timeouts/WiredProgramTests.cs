using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Timeouts;

/// <summary>CG3001 and CG3002 in whole programs, as people wire them: the right ones, and their impatient twins.</summary>
public sealed class WiredProgramTests
{
    private static Task Only(string marked) => Check.Only(["CG3001", "CG3002"], marked);

    private static string Worker(string options, string handler, string limit) => $$"""
        using ContactCenter.Messaging;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Http.Resilience;
        using Microsoft.Extensions.Logging;
        using Microsoft.Extensions.Options;

        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.Configure<CallOptionsSection>(builder.Configuration.GetSection("Calls"));
        builder.Services.AddHttpClient("crm", http => http.Timeout = TimeSpan.FromSeconds(5)).AddStandardResilienceHandler();
        builder.Services
            .AddCcMessagingClient(options => { options.Deadline = TimeSpan.FromSeconds(10); {{options}} })
            {{handler}};
        builder.Services.AddHostedService<CallWorker>();
        await builder.Build().RunAsync();

        public sealed class CallOptionsSection
        {
            public TimeSpan Idle { get; set; } = TimeSpan.FromSeconds(2);

            public TimeSpan WholeCall { get; set; } = TimeSpan.FromSeconds(30);
        }

        public sealed class CallWorker(ICcMessagingClient client, IHttpClientFactory factory, IOptions<CallOptionsSection> options, ILogger<CallWorker> log) : BackgroundService
        {
            private const int PollSeconds = 10;

            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                using var whole = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                whole.CancelAfter(options.Value.WholeCall);
                while (!whole.IsCancellationRequested)
                {
                    using var each = CancellationTokenSource.CreateLinkedTokenSource(whole.Token);
                    {{limit}}
                    var e = await client.GetClickToCallEventsAsync(Channel.WEB, each.Token);
                    log.LogInformation("{Event}", e.GetType().Name);
                    using (var quick = new CancellationTokenSource(TimeSpan.FromSeconds(3)))
                        await factory.CreateClient("crm").GetStringAsync("/customers", quick.Token);
                    if (e.IsTerminal)
                        return;
                    await Task.Delay(options.Value.Idle, stoppingToken);
                }
            }
        }
        """;

    [Theory]
    [InlineData("", "", "")]
    [InlineData("options.Deadlines[\"send\"] = TimeSpan.FromSeconds(5);", ".SetHandlerLifetime(TimeSpan.FromSeconds(30))", "each.CancelAfter(TimeSpan.FromSeconds(90));")]
    [InlineData("options.Deadlines[\"getClickToCallEvents\"] = TimeSpan.FromSeconds(65);", ".AddStandardResilienceHandler(builder.Configuration.GetSection(\"Resilience\"))", "each.CancelAfter(options.Value.WholeCall);")]
    [InlineData("", ".AddStandardResilienceHandler(resilience => { resilience.AttemptTimeout.Timeout = TimeSpan.FromSeconds(70); resilience.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(4); resilience.CircuitBreaker.SamplingDuration = TimeSpan.FromMinutes(3); })", "each.CancelAfter(PollSeconds * 7 * 1000);")]
    [InlineData("", ".AddResilienceHandler(\"polls\", pipeline => { })", "if (Environment.UserInteractive) log.LogDebug(\"{Seconds}\", PollSeconds);")]
    public Task A_worker_that_waits(string options, string handler, string limit) => Only(Worker(options, handler, limit));

    [Theory]
    [InlineData("options.Deadlines[\"getClickToCallEvents\"] = {|CG3001:TimeSpan.FromSeconds(5)|};", "", "")]
    [InlineData("", ".ConfigureHttpClient(http => http.Timeout = {|CG3001:TimeSpan.FromSeconds(30)|})", "")]
    [InlineData("", ".{|CG3002:AddStandardResilienceHandler|}()", "")]
    [InlineData("", ".{|CG3002:AddStandardResilienceHandler|}(resilience => { resilience.Retry.MaxRetryAttempts = 3; resilience.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(2); })", "")]
    [InlineData("", "", "each.CancelAfter({|CG3001:TimeSpan.FromSeconds(PollSeconds)|});")]
    public Task A_worker_that_does_not(string options, string handler, string limit) => Only(Worker(options, handler, limit));

    private static string Console(string timeout, string wait) => $$"""
        using ContactCenter.Messaging;

        public static class Program
        {
            private static readonly TimeSpan Request = TimeSpan.FromSeconds(15);
            private static readonly TimeSpan Poll = TimeSpan.FromSeconds(75);

            public static async Task<int> Main(string[] args)
            {
                using var stop = new CancellationTokenSource();
                System.Console.CancelKeyPress += (_, pressed) =>
                {
                    pressed.Cancel = true;
                    stop.CancelAfter(TimeSpan.FromSeconds(2));
                };
                using var quick = new HttpClient { Timeout = Request };
                using var http = CreateHttpClient(new Uri(args[0]));
                var client = new CcMessagingClient(http, new ApiClientOptions { Deadline = Request });
                System.Console.WriteLine(await quick.GetStringAsync(args[0], stop.Token));
                return await WatchAsync(client, stop.Token);
            }

            private static HttpClient CreateHttpClient(Uri address)
            {
                var handler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30) };
                return new HttpClient(handler) { BaseAddress = address, Timeout = {{timeout}} };
            }

            private static async Task<int> WatchAsync(ICcMessagingClient client, CancellationToken ct)
            {
                while (true)
                {
                    {{wait}}
                    System.Console.WriteLine(e);
                    if (e.IsTerminal)
                        return 0;
                }
            }
        }
        """;

    [Theory]
    [InlineData("Timeout.InfiniteTimeSpan", "var e = await client.GetClickToCallEventsAsync(Channel.WEB, ct);")]
    [InlineData("Poll", "var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); while (await Task.WhenAny(poll, Task.Delay(Request, ct)) != poll) System.Console.Write('.'); var e = await poll;")]
    [InlineData("Poll + Request", "var e = await client.GetClickToCallEventsAsync(Channel.WEB, ct).WaitAsync(Poll, ct);")]
    [InlineData("TimeSpan.FromMinutes(2)", "var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); var first = await Task.WhenAny(poll, Task.Delay(Request, ct)); if (first != poll) System.Console.WriteLine(\"Still nothing.\"); var e = await poll;")]
    public Task A_console_that_waits(string timeout, string wait) => Only(Console(timeout, wait));

    [Theory]
    [InlineData("{|CG3001:Request|}", "var e = await client.GetClickToCallEventsAsync(Channel.WEB, ct);")]
    [InlineData("{|CG3001:Poll - Request - Request|}", "var e = await client.GetClickToCallEventsAsync(Channel.WEB, ct);")]
    [InlineData("Poll", "var e = await client.GetClickToCallEventsAsync(Channel.WEB, ct).WaitAsync({|CG3001:Request|}, ct);")]
    [InlineData("Poll", "var poll = client.GetClickToCallEventsAsync(Channel.WEB, ct); var first = await Task.WhenAny(poll, Task.Delay({|CG3001:Request|}, ct)); if (first != poll) continue; var e = await poll;")]
    public Task A_console_that_does_not(string timeout, string wait) => Only(Console(timeout, wait));
}
