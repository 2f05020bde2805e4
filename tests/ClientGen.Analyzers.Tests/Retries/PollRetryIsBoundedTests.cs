using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Retries;

/// <summary>CG3004 and CG3005: retries of a resilience library around a poll keep to the contract's bound.</summary>
public sealed class PollRetryIsBoundedTests
{
    private static string Polling(string members, string call) => $$"""
        using ContactCenter.Messaging;
        using Polly;
        using Polly.Retry;

        public sealed class Watcher(ICcMessagingClient client, int attempts)
        {
            private const int Many = 9;

            private readonly object _given = (client, attempts);

            {{members}}

            public async Task WatchAsync(CancellationToken ct)
            {
                while (true)
                {
                    var e = await {{call}};
                    if (e.IsTerminal)
                        break;
                }
            }
        }
        """;

    private static string Strategy(string options) => Polling(
        $"private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions {{ {options} }}).Build();",
        "_pipeline.ExecuteAsync(async token => await client.GetClickToCallEventsAsync(Channel.WEB, token), ct)");

    private static string Marked(string program, string id) => program.Replace("client.GetClickToCallEventsAsync(Channel.WEB, token)", $"{{|{id}:client.GetClickToCallEventsAsync(Channel.WEB, token)|}}");

    private static string Policy(string policy) => Polling(
        $"private static readonly AsyncPolicy Policies = {policy};",
        "Policies.ExecuteAsync(token => client.GetClickToCallEventsAsync(Channel.WEB, token), ct)");

    [Theory]
    [InlineData("MaxRetryAttempts = int.MaxValue", "CG3004")]
    [InlineData("MaxRetryAttempts = 1000, Delay = TimeSpan.FromSeconds(1)", "CG3004")]
    [InlineData("MaxRetryAttempts = 10", "CG3005")]
    [InlineData("MaxRetryAttempts = Many, ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>()", "CG3005")]
    [InlineData("MaxRetryAttempts = 4", "CG3005")]
    public Task Strategies_beyond_the_bound(string options, string id) => Check.Program(Marked(Strategy(options), id));

    [Theory]
    [InlineData("Policy.Handle<Exception>().RetryForeverAsync()", "CG3004")]
    [InlineData("Policy.Handle<ClientGenException>().WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(1))", "CG3004")]
    [InlineData("Policy.Handle<ApiException>().WaitAndRetryAsync(Many, _ => TimeSpan.FromSeconds(1))", "CG3005")]
    [InlineData("Policy.TimeoutAsync(90).WrapAsync(Policy.Handle<Exception>().RetryAsync(5))", "CG3005")]
    public Task Policies_beyond_the_bound(string policy, string id) => Check.Program(Marked(Policy(policy), id));

    [Theory]
    [InlineData("")]
    [InlineData("MaxRetryAttempts = 3")]
    [InlineData("MaxRetryAttempts = 1, Delay = TimeSpan.FromSeconds(5)")]
    [InlineData("MaxRetryAttempts = Environment.ProcessorCount")]
    [InlineData("MaxRetryAttempts = 10, ShouldHandle = new PredicateBuilder().Handle<ApiException>(e => e.Status == 403)")]
    [InlineData("MaxRetryAttempts = 10, ShouldHandle = new PredicateBuilder().Handle<InvalidOperationException>()")]
    public Task Strategies_within_it(string options) => Check.Program(Strategy(options));

    [Theory]
    [InlineData("Policy.Handle<Exception>().RetryAsync(3)")]
    [InlineData("Policy.Handle<Exception>().WaitAndRetryAsync(new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2) })")]
    [InlineData("Policy.Handle<ApiException>(e => e.Status == 401).RetryForeverAsync()")]
    [InlineData("Policy.TimeoutAsync(90)")]
    public Task Policies_within_it(string policy) => Check.Program(Policy(policy));

    [Fact]
    public Task A_policy_that_is_made_on_the_spot_counts_too() => Check.Program(Marked(Polling(
        "",
        "Policy.Handle<Exception>().RetryForeverAsync().ExecuteAsync(async token => await client.GetClickToCallEventsAsync(Channel.WEB, token), ct)"), "CG3004"));

    [Fact]
    public Task Other_calls_may_be_tried_as_often_as_people_like() => Check.Program(Polling(
        "public Task<ClickToCallSupport> AskAsync(CancellationToken ct) => Policy.Handle<Exception>().RetryForeverAsync().ExecuteAsync(token => client.CheckClickToCallSupportAsync(Channel.WEB, token), ct);",
        "client.GetClickToCallEventsAsync(Channel.WEB, ct)"));

    private static string Services(string body) => $$"""
        using ContactCenter.Messaging;
        using ContactCenter.Rtc;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Http.Resilience;
        using Polly;

        public static class Startup
        {
            private static void Long(HttpStandardResilienceOptions options)
            {
                options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(70);
                options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(5);
                options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(150);
            }

            public static void Configure(IServiceCollection services)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("services.AddCcMessagingClient().{|CG3004:AddStandardResilienceHandler|}(o => { o.AttemptTimeout.Timeout = TimeSpan.FromSeconds(70); o.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(5); o.Retry.MaxRetryAttempts = int.MaxValue; o.Retry.DisableForUnsafeHttpMethods(); });")]
    [InlineData("services.AddCcMessagingClient().{|CG3005:AddResilienceHandler|}(\"mine\", builder => { var retry = new HttpRetryStrategyOptions { MaxRetryAttempts = 8, ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is not null) }; builder.AddRetry(retry); });", true)]
    public Task Handlers_beyond_the_bound(string body, bool isUnsafe = false) =>
        Check.Program(Services(isUnsafe ? body.Replace("{|CG3005:AddResilienceHandler|}", "{|CG3005:{|CG3007:AddResilienceHandler|}|}") : body));

    [Theory]
    [InlineData("services.AddCcMessagingClient().AddStandardResilienceHandler(o => { o.AttemptTimeout.Timeout = TimeSpan.FromSeconds(70); o.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(5); o.Retry.MaxRetryAttempts = 3; o.Retry.DisableForUnsafeHttpMethods(); });")]
    [InlineData("services.AddRtcVoiceClient().AddStandardResilienceHandler(o => { o.Retry.MaxRetryAttempts = 10; o.Retry.DisableForUnsafeHttpMethods(); });")]
    [InlineData("services.AddCcMessagingClient(); services.AddHttpClient(\"other\").AddTransientHttpErrorPolicy(errors => errors.RetryForeverAsync());")]
    public Task Handlers_within_it(string body) => Check.Program(Services(body));
}
