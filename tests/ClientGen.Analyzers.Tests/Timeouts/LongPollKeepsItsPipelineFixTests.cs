using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Timeouts;

/// <summary>The fix of CG3002, with a protocol of the test's own: a poll of 45 seconds.</summary>
public sealed class LongPollKeepsItsPipelineFixTests
{
    private static string Program(string members) => $$"""
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Http.Resilience;
        using Polly;

        public interface IHarbourClient
        {
            [ProtocolOperation("watch"), Poll(MinTimeoutMs = 45000)]
            Task<string> WatchAsync(CancellationToken ct = default);
        }

        public sealed class HarbourClient(HttpClient http) : IHarbourClient
        {
            [ProtocolOperation("watch"), Poll(MinTimeoutMs = 45000)]
            public Task<string> WatchAsync(CancellationToken ct = default) => http.GetStringAsync("/watch", ct);
        }

        public static class Startup
        {
        {{string.Join('\n', members.ReplaceLineEndings("\n").Split('\n').Select(static line => line.Length == 0 ? line : "    " + line))}}
        }
        """;

    private static Task Fixes(string before, string after) => CheckFix.Program(Program(before), Program(after));

    [Fact]
    public Task A_handler_without_options_gets_a_lambda() => Fixes(
        """
        public static void Configure(IServiceCollection services)
        {
            // Ships call in.
            services.AddHttpClient<IHarbourClient, HarbourClient>().{|CG3002:AddStandardResilienceHandler|}(); // resilient
        }
        """,
        """
        public static void Configure(IServiceCollection services)
        {
            // Ships call in.
            services.AddHttpClient<IHarbourClient, HarbourClient>().AddStandardResilienceHandler(options =>
            {
                options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(55);
                options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(110);
                options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(165);
            }); // resilient
        }
        """);

    [Fact]
    public Task A_lambda_of_one_expression_becomes_a_block() => Fixes(
        """
        public static void Configure(IServiceCollection services) =>
            services
                .AddHttpClient<IHarbourClient, HarbourClient>()
                .{|CG3002:AddStandardResilienceHandler|}(o => o.Retry.MaxRetryAttempts = 2)
                .SelectPipelineByAuthority();
        """.Replace(".SelectPipelineByAuthority();", ".Services.AddLogging();"),
        """
        public static void Configure(IServiceCollection services) =>
            services
                .AddHttpClient<IHarbourClient, HarbourClient>()
                .AddStandardResilienceHandler(o =>
                {
                    o.Retry.MaxRetryAttempts = 2;
                    o.AttemptTimeout.Timeout = TimeSpan.FromSeconds(55);
                    o.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(110);
                    o.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(165);
                })
                .Services.AddLogging();
        """);

    [Fact]
    public Task What_is_too_short_is_raised_where_it_stands() => Fixes(
        """
        public static void Configure(IServiceCollection services)
        {
            services.AddHttpClient<IHarbourClient, HarbourClient>().{|CG3002:AddStandardResilienceHandler|}(options =>
            {
                options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(20); // per attempt
                options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(5);
                options.Retry.UseJitter = true;
            });
        }
        """,
        """
        public static void Configure(IServiceCollection services)
        {
            services.AddHttpClient<IHarbourClient, HarbourClient>().AddStandardResilienceHandler(options =>
            {
                options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(55); // per attempt
                options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(5);
                options.Retry.UseJitter = true;
                options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(110);
            });
        }
        """);

    [Fact]
    public Task Options_of_hedging_come_behind_it() => Fixes(
        """
        public static void Configure(IServiceCollection services)
        {
            services.AddHttpClient<IHarbourClient, HarbourClient>().{|CG3002:AddStandardHedgingHandler|}();
        }
        """,
        """
        public static void Configure(IServiceCollection services)
        {
            services.AddHttpClient<IHarbourClient, HarbourClient>().AddStandardHedgingHandler().Configure(options =>
            {
                options.Endpoint.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(110);
                options.Endpoint.Timeout.Timeout = TimeSpan.FromSeconds(55);
                options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(165);
            });
        }
        """);

    [Theory]
    [InlineData("{|CG3002:AddResilienceHandler|}(\"mine\", builder => builder.AddTimeout(TimeSpan.FromSeconds(10)))", "AddResilienceHandler(\"mine\", builder => builder.AddTimeout(TimeSpan.FromSeconds(55)))")]
    [InlineData("{|CG3002:AddResilienceHandler|}(\"mine\", builder => builder.AddTimeout(new HttpTimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(10) }))", "AddResilienceHandler(\"mine\", builder => builder.AddTimeout(new HttpTimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(55) }))")]
    [InlineData("{|CG3002:AddPolicyHandler|}(Policy.TimeoutAsync<HttpResponseMessage>(10))", "AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(55))")]
    public Task A_pipeline_of_ones_own_gets_more_time(string before, string after) => Fixes(
        $"public static void Configure(IServiceCollection services) => services.AddHttpClient<IHarbourClient, HarbourClient>().{before};",
        $"public static void Configure(IServiceCollection services) => services.AddHttpClient<IHarbourClient, HarbourClient>().{after};");

    [Theory]
    [InlineData("services.AddHttpClient<IHarbourClient, HarbourClient>().{|CG3002:AddStandardResilienceHandler|}(SetUp);")]
    [InlineData("var handler = services.AddHttpClient<IHarbourClient, HarbourClient>().{|CG3002:AddStandardResilienceHandler|}(); handler.Configure(SetUp);")]
    [InlineData("services.AddHttpClient<IHarbourClient, HarbourClient>().{|CG3002:AddStandardResilienceHandler|}(options => { if (options.Retry.UseJitter) return; options.Retry.UseJitter = true; });")]
    public Task Options_that_stand_elsewhere_are_left_alone(string body) => CheckFix.IsNotOffered(Program($$"""
        public static void Configure(IServiceCollection services)
        {
            {{body}}
        }

        private static void SetUp(HttpStandardResilienceOptions options) => options.Retry.UseJitter = true;
        """));
}
