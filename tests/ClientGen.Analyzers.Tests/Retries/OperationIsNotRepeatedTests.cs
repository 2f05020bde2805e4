using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Retries;

/// <summary>CG3007: what may do its work twice is not sent again blindly.</summary>
public sealed class OperationIsNotRepeatedTests
{
    private static string Program(string members) => $$"""
        using System.Net;
        using ContactCenter.Messaging;
        using ContactCenter.Rtc;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Http.Resilience;
        using Polly;
        using Polly.CircuitBreaker;
        using Polly.Registry;
        using Polly.Retry;

        public sealed class Caller(ICcMessagingClient client, IRtcVoiceClient voice, ResiliencePipelineProvider<string> pipelines)
        {
            private readonly object _given = (client, voice, pipelines);

            private static readonly CreateClickToCallRequest Request = new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice };

            private static readonly DropClickToCallRequest End = new() { Channel = Channel.WEB };

            private static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder()
                .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 3, Delay = TimeSpan.FromSeconds(1) })
                .AddTimeout(TimeSpan.FromMinutes(2))
                .Build();

            private static readonly ResiliencePipeline Certain = new ResiliencePipelineBuilder()
                .AddRetry(new RetryStrategyOptions { ShouldHandle = new PredicateBuilder().Handle<ApiException>(e => e.Status == 403).Handle<BrokenCircuitException>() })
                .Build();

            private readonly AsyncPolicy _policy = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, attempt => TimeSpan.FromSeconds(attempt));

        {{members}}
        }
        """;

    // The contract wants to be asked first; what is tested here is what happens after.
    private static string Calling(string statement) => Program($$"""
            public async Task RunAsync(CancellationToken ct)
            {
                if (await client.CheckClickToCallSupportAsync(Channel.WEB, ct) is not { WebRTCSupported: true, ClickToCallSupported: true })
                    return;
                {{statement}}
                await client.DropClickToCallAsync(End, ct);
            }
        """);

    [Theory]
    [InlineData("await Pipeline.ExecuteAsync(async token => await {|CG3007:client.CreateClickToCallAsync(Request, token)|}, ct);")]
    [InlineData("await Pipeline.ExecuteAsync(async token => { await {|CG3007:client.CreateClickToCallAsync(Request, token)|}; }, ct);")]
    [InlineData("var pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).Build(); await pipeline.ExecuteAsync(async token => await {|CG3007:client.CreateClickToCallAsync(Request, token)|}, ct);")]
    [InlineData("var builder = new ResiliencePipelineBuilder(); builder.AddTimeout(TimeSpan.FromMinutes(1)); builder.AddRetry(new RetryStrategyOptions()); var pipeline = builder.Build(); await pipeline.ExecuteAsync(async token => await {|CG3007:client.CreateClickToCallAsync(Request, token)|}, ct);")]
    [InlineData("var options = new RetryStrategyOptions { MaxRetryAttempts = 2 }; options.ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is HttpRequestException or ApiException); await new ResiliencePipelineBuilder().AddRetry(options).Build().ExecuteAsync(async token => await {|CG3007:client.CreateClickToCallAsync(Request, token)|}, ct);")]
    [InlineData("await new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { ShouldHandle = new PredicateBuilder().Handle<ApiException>(e => e.Status is 403 or >= 500) }).Build().ExecuteAsync(async token => await {|CG3007:client.CreateClickToCallAsync(Request, token)|}, ct);")]
    [InlineData("await new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { ShouldHandle = args => args.Outcome switch { { Exception: ApiException { Status: 403 } } => PredicateResult.False(), { Exception: ClientGenException } => PredicateResult.True(), _ => PredicateResult.False() } }).Build().ExecuteAsync(async token => await {|CG3007:client.CreateClickToCallAsync(Request, token)|}, ct);")]
    [InlineData("await _policy.ExecuteAsync(async token => await {|CG3007:client.CreateClickToCallAsync(Request, token)|}, ct);")]
    [InlineData("await _policy.ExecuteAsync(() => {|CG3007:client.CreateClickToCallAsync(Request, ct)|});")]
    [InlineData("await Policy.TimeoutAsync(60).WrapAsync(_policy).ExecuteAsync(async token => await {|CG3007:client.CreateClickToCallAsync(Request, token)|}, ct);")]
    [InlineData("await Policy.Handle<Exception>().RetryForeverAsync().ExecuteAsync(() => {|CG3007:client.CreateClickToCallAsync(Request, ct)|});")]
    [InlineData("await Policy.Handle<ApiException>(e => e.Status >= 500).Or<TransportException>().RetryAsync(2).ExecuteAsync(() => {|CG3007:client.CreateClickToCallAsync(Request, ct)|});")]
    [InlineData("await Policy.WrapAsync(_policy, Policy.TimeoutAsync(60)).ExecuteAsync(() => {|CG3007:client.CreateClickToCallAsync(Request, ct)|});")]
    [InlineData("for (var attempt = 0; attempt < 3; attempt++) { try { await {|CG3007:client.CreateClickToCallAsync(Request, ct)|}; break; } catch (ApiException) { await Task.Delay(1000, ct); } }")]
    [InlineData("var attempt = 0; while (true) { try { await {|CG3007:client.CreateClickToCallAsync(Request, ct)|}; break; } catch (HttpRequestException) when (++attempt < 3) { await Task.Delay(1000, ct); } }")]
    [InlineData("var done = false; do { try { await {|CG3007:client.CreateClickToCallAsync(Request, ct)|}; done = true; } catch (Exception e) { Console.WriteLine(e.Message); } } while (!done);")]
    [InlineData("try { await client.CreateClickToCallAsync(Request, ct); } catch (TransportException) { await {|CG3007:client.CreateClickToCallAsync(Request, ct)|}; }")]
    [InlineData("for (var attempt = 0; attempt < 3; attempt++) { if (await {|CG3007:client.CreateClickToCallOutcomeAsync(Request, ct)|} is CreateClickToCallOutcome.Ok { Body.ResultCode: CreateClickToCallResultCode.Success }) break; }")]
    public Task Blind_repetitions_are_reported(string statement) => Check.Program(Calling(statement));

    [Theory]
    [InlineData("await client.CreateClickToCallAsync(Request, ct);")]
    [InlineData("await Certain.ExecuteAsync(async token => await client.CreateClickToCallAsync(Request, token), ct);")]
    [InlineData("await ResiliencePipeline.Empty.ExecuteAsync(async token => await client.CreateClickToCallAsync(Request, token), ct);")]
    [InlineData("await new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(30)).Build().ExecuteAsync(async token => await client.CreateClickToCallAsync(Request, token), ct);")]
    [InlineData("await Policy.Handle<ApiException>(e => e.Status == 403).RetryAsync(1).ExecuteAsync(() => client.CreateClickToCallAsync(Request, ct));")]
    [InlineData("await Policy.Handle<HttpRequestException>(e => e.StatusCode == HttpStatusCode.Forbidden).RetryAsync(1).ExecuteAsync(() => client.CreateClickToCallAsync(Request, ct));")]
    [InlineData("await Policy.Handle<ResultCodeException>().RetryAsync(1).ExecuteAsync(() => client.CreateClickToCallAsync(Request, ct));")]
    [InlineData("await new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is ApiException { Status: 401 or 403 }) }).Build().ExecuteAsync(async token => await client.CreateClickToCallAsync(Request, token), ct);")]
    [InlineData("await Pipeline.ExecuteAsync(async token => { try { await client.CreateClickToCallAsync(Request, token); } catch (Exception e) { Console.WriteLine(e); } }, ct);")]
    [InlineData("try { await client.CreateClickToCallAsync(Request, ct); } catch (ApiException e) when (e.Status == 409) { Console.WriteLine(e); throw; }")]
    [InlineData("try { await client.CreateClickToCallAsync(Request, ct); } catch (ApiException) { Console.WriteLine(\"no call\"); return; }")]
    [InlineData("for (var attempt = 0; attempt < 2; attempt++) { try { await client.CreateClickToCallAsync(Request, ct); break; } catch (ResultCodeException) { await Task.Delay(1000, ct); } }")]
    [InlineData("while (true) { try { await client.CreateClickToCallAsync(Request, ct); break; } catch (ApiException) { Console.WriteLine(\"Again?\"); if (Console.ReadLine() != \"y\") return; } }")]
    [InlineData("for (var attempt = 0; attempt < 3; attempt++) { try { await client.CreateClickToCallAsync(Request, ct); break; } catch (ApiException) { await client.DropClickToCallAsync(End, ct); } }")]
    public Task What_is_certain_is_fine(string statement) => Check.Program(Calling(statement));

    [Theory]
    [InlineData("public Task RunAsync(CallNotifyRequest request, CancellationToken ct) => Pipeline.ExecuteAsync(async token => await {|CG3007:voice.CallnotifyAsync(request, token)|}, ct).AsTask();")]
    [InlineData("public Task RunAsync(CallNotifyRequest request, CancellationToken ct) => _policy.ExecuteAsync(token => {|CG3007:SendAsync(request, token)|}, ct); private async Task SendAsync(CallNotifyRequest request, CancellationToken ct) => await voice.CallnotifyAsync(request, ct);")]
    [InlineData("public async Task RunAsync(CallNotifyRequest request, CancellationToken ct) => await pipelines.GetPipeline(\"calls\").ExecuteAsync(async token => await {|CG3007:voice.CallnotifyAsync(request, token)|}, ct); public static void Add(IServiceCollection services) => services.AddResiliencePipeline(\"calls\", builder => builder.AddRetry(new RetryStrategyOptions()));")]
    [InlineData("private ResiliencePipeline Own => Build(); private static ResiliencePipeline Build() => new ResiliencePipelineBuilder().AddRetry(new()).Build(); public async Task RunAsync(CallNotifyRequest request, CancellationToken ct) => await Own.ExecuteAsync(async token => await {|CG3007:voice.CallnotifyAsync(request, token)|}, ct);")]
    public Task Other_places_of_pipelines(string members) => Check.Program(Program(members));

    [Theory]
    [InlineData("public async Task RunAsync(CallNotifyRequest request, CancellationToken ct) => await pipelines.GetPipeline(\"other\").ExecuteAsync(async token => await voice.CallnotifyAsync(request, token), ct); public static void Add(IServiceCollection services) => services.AddResiliencePipeline(\"calls\", builder => builder.AddRetry(new RetryStrategyOptions()));")]
    [InlineData("public async Task<bool> RunAsync(CancellationToken ct) => await Pipeline.ExecuteAsync(async token => await client.CheckClickToCallSupportAsync(Channel.WEB, token), ct) is { WebRTCSupported: true };")]
    [InlineData("public async Task RunAsync(CancellationToken ct) { var support = await Pipeline.ExecuteAsync(async token => await client.CheckClickToCallSupportAsync(Channel.WEB, token), ct); if (support is { WebRTCSupported: true, ClickToCallSupported: true }) { await client.CreateClickToCallAsync(Request, ct); await client.DropClickToCallAsync(End, ct); } }")]
    [InlineData("public async Task EndAsync(CancellationToken ct) => await Pipeline.ExecuteAsync(async token => await client.DropClickToCallAsync(End, token), ct);")]
    [InlineData("public async Task RunAsync(ResiliencePipeline given, CallNotifyRequest request, CancellationToken ct) => await given.ExecuteAsync(async token => await voice.CallnotifyAsync(request, token), ct);")]
    [InlineData("public async Task RunAsync(CallNotifyRequest request, Func<CallNotifyRequest, Task<bool>> isSent, CancellationToken ct) => await Pipeline.ExecuteAsync(async token => { if (!await isSent(request)) await voice.CallnotifyAsync(request, token); }, ct);")]
    public Task Other_pipelines_are_fine(string members) => Check.Program(Program(members));

    [Theory]
    // A helper that tries again: the call stands in a lambda.
    [InlineData("""
            private static async Task<T> RetryAsync<T>(Func<Task<T>> action)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try { return await action(); }
                    catch (Exception) when (attempt < 3) { await Task.Delay(500); }
                }
            }

            public async Task RunAsync(CancellationToken ct)
            {
                if (await RetryAsync(() => client.CheckClickToCallSupportAsync(Channel.WEB, ct)) is not { WebRTCSupported: true, ClickToCallSupported: true })
                    return;
                await RetryAsync(() => {|CG3007:client.CreateClickToCallAsync(Request, ct)|});
                await client.DropClickToCallAsync(End, ct);
            }
        """)]
    public Task Helpers_that_try_again(string members) => Check.Program(Program(members));

    [Theory]
    // New work in each round: a queue, a list, people that ask for calls.
    [InlineData("""
            public async Task RunAsync(System.Threading.Channels.ChannelReader<CreateClickToCallRequest> queue, CancellationToken ct)
            {
                await foreach (var request in queue.ReadAllAsync(ct))
                {
                    try
                    {
                        if (await client.CheckClickToCallSupportAsync(Channel.WEB, ct) is { WebRTCSupported: true, ClickToCallSupported: true })
                            await client.CreateClickToCallAsync(request, ct);
                    }
                    catch (ApiException e) { Console.WriteLine(e.Message); }
                    finally { await client.DropClickToCallAsync(End, ct); }
                }
            }
        """)]
    [InlineData("""
            public async Task RunAsync(IEnumerable<CreateClickToCallRequest> requests, CancellationToken ct)
            {
                if (await client.CheckClickToCallSupportAsync(Channel.WEB, ct) is not { WebRTCSupported: true, ClickToCallSupported: true })
                    return;
                foreach (var request in requests)
                {
                    try { await client.CreateClickToCallAsync(request, ct); break; }
                    catch (ApiException e) { Console.WriteLine(e.Message); }
                }

                await client.DropClickToCallAsync(End, ct);
            }
        """)]
    [InlineData("""
            public async Task RunAsync(Func<Task> asked, CancellationToken ct)
            {
                while (!ct.IsCancellationRequested)
                {
                    await asked();
                    try
                    {
                        if (await client.CheckClickToCallSupportAsync(Channel.WEB, ct) is not { WebRTCSupported: true, ClickToCallSupported: true })
                            continue;
                        await client.CreateClickToCallAsync(Request, ct);
                    }
                    catch (ApiException e) { Console.WriteLine(e.Message); continue; }
                    await client.DropClickToCallAsync(End, ct);
                }
            }
        """)]
    public Task New_work_is_fine(string members) => Check.Program(Program(members));

    private static string Services(string body) => $$"""
        using System.Net;
        using ContactCenter.Messaging;
        using ContactCenter.Rtc;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Http.Resilience;
        using Polly;
        using Polly.Extensions.Http;

        public static class Startup
        {
            private static IAsyncPolicy<HttpResponseMessage> Transient() => HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryAsync(3, _ => TimeSpan.FromSeconds(1));

            public static void Configure(IServiceCollection services, IConfiguration configuration)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("services.AddRtcVoiceClient().{|CG3007:AddStandardResilienceHandler|}();")]
    [InlineData("services.AddRtcVoiceClient().{|CG3007:AddStandardResilienceHandler|}(options => options.Retry.MaxRetryAttempts = 5);")]
    [InlineData("services.AddRtcVoiceClient().{|CG3007:AddStandardHedgingHandler|}();")]
    [InlineData("services.AddHttpClient<IRtcVoiceClient, RtcVoiceClient>(http => http.BaseAddress = new(\"https://example.com\")).{|CG3007:AddStandardResilienceHandler|}();")]
    [InlineData("services.ConfigureHttpClientDefaults(all => all.{|CG3007:AddStandardResilienceHandler|}()); services.AddRtcVoiceClient();")]
    [InlineData("services.AddRtcVoiceClient().{|CG3007:AddResilienceHandler|}(\"mine\", builder => builder.AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 4 }));")]
    [InlineData("services.AddRtcVoiceClient().{|CG3007:AddPolicyHandler|}(Transient());")]
    [InlineData("services.AddRtcVoiceClient().{|CG3007:AddTransientHttpErrorPolicy|}(errors => errors.WaitAndRetryAsync(3, _ => TimeSpan.FromSeconds(1)));")]
    [InlineData("services.AddRtcVoiceClient().{|CG3007:AddPolicyHandler|}(Policy.HandleResult<HttpResponseMessage>(answer => (int)answer.StatusCode >= 500).RetryAsync(2));")]
    [InlineData("services.AddCcMessagingClient().{|CG3007:AddStandardResilienceHandler|}(options => { options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(70); options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(5); options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(150); });")]
    public Task Handlers_that_repeat(string body) => Check.Program(Services(body));

    [Theory]
    [InlineData("services.AddRtcVoiceClient();")]
    [InlineData("services.AddHttpClient(\"other\").AddStandardResilienceHandler(); services.AddRtcVoiceClient();")]
    [InlineData("services.AddRtcVoiceClient().AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());")]
    [InlineData("services.AddRtcVoiceClient().AddStandardResilienceHandler(options => { options.Retry.DisableFor(HttpMethod.Post); options.Retry.MaxRetryAttempts = 2; });")]
    [InlineData("services.AddRtcVoiceClient().AddStandardResilienceHandler().Configure(options => options.Retry.DisableForUnsafeHttpMethods());")]
    [InlineData("services.AddRtcVoiceClient().AddStandardResilienceHandler(configuration.GetSection(\"resilience\"));")]
    [InlineData("services.AddRtcVoiceClient().AddStandardResilienceHandler(options => options.Retry.ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { StatusCode: HttpStatusCode.TooManyRequests }));")]
    [InlineData("services.AddRtcVoiceClient().AddStandardResilienceHandler(options => options.Retry.ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result?.RequestMessage?.Method == HttpMethod.Get));")]
    [InlineData("services.AddRtcVoiceClient().AddResilienceHandler(\"mine\", builder => builder.AddTimeout(TimeSpan.FromSeconds(20)));")]
    [InlineData("services.AddRtcVoiceClient().AddResilienceHandler(\"mine\", builder => { var retry = new HttpRetryStrategyOptions(); retry.DisableForUnsafeHttpMethods(); builder.AddRetry(retry); });")]
    [InlineData("services.AddRtcVoiceClient().AddPolicyHandler(request => request.Method == HttpMethod.Get ? Transient() : Policy.NoOpAsync<HttpResponseMessage>());")]
    [InlineData("services.AddRtcVoiceClient().AddPolicyHandler(Policy.HandleResult<HttpResponseMessage>(answer => answer.StatusCode == HttpStatusCode.Unauthorized).RetryAsync(1));")]
    [InlineData("services.AddRtcVoiceClient().AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(20));")]
    public Task Handlers_that_do_not(string body) => Check.Program(Services(body));

    private static string Startup(string body, params string[] scopes) => $$"""
        {{string.Join('\n', scopes.Select(static scope => $"using {scope};"))}}

        public static class Startup
        {
            public static void Configure(IServiceCollection services)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("AddStandardResilienceHandler|}()", "AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods())")]
    [InlineData("AddStandardResilienceHandler|}(o => o.Retry.MaxRetryAttempts = 2)", "AddStandardResilienceHandler(o => { o.Retry.MaxRetryAttempts = 2; o.Retry.DisableForUnsafeHttpMethods(); })")]
    [InlineData("AddStandardResilienceHandler|}(o => { o.Retry.MaxRetryAttempts = 2; })", "AddStandardResilienceHandler(o => { o.Retry.MaxRetryAttempts = 2; o.Retry.DisableForUnsafeHttpMethods(); })")]
    [InlineData("AddStandardResilienceHandler|}(o =>\n        {\n            // Less is enough.\n            o.Retry.MaxRetryAttempts = 2;\n        })", "AddStandardResilienceHandler(o =>\n        {\n            // Less is enough.\n            o.Retry.MaxRetryAttempts = 2;\n            o.Retry.DisableForUnsafeHttpMethods();\n        })")]
    public Task The_retry_is_switched_off(string before, string after) => CheckFix.Program(
        Startup("services.AddRtcVoiceClient().{|CG3007:" + before + ";", "ContactCenter.Rtc", "Microsoft.Extensions.DependencyInjection"),
        Startup("services.AddRtcVoiceClient()." + after + ";", "ContactCenter.Rtc", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Http.Resilience"));

    [Fact]
    public Task A_directive_that_is_there_stays_the_only_one() => CheckFix.Program(
        Startup("services.AddRtcVoiceClient().{|CG3007:AddStandardResilienceHandler|}();", "Microsoft.Extensions.Http.Resilience", "Microsoft.Extensions.DependencyInjection", "ContactCenter.Rtc"),
        Startup("services.AddRtcVoiceClient().AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());", "Microsoft.Extensions.Http.Resilience", "Microsoft.Extensions.DependencyInjection", "ContactCenter.Rtc"));

    [Fact]
    public Task Hedging_is_left_to_people() => CheckFix.IsNotOffered(
        Startup("services.AddRtcVoiceClient().{|CG3007:AddStandardHedgingHandler|}();", "ContactCenter.Rtc", "Microsoft.Extensions.DependencyInjection"));
}
