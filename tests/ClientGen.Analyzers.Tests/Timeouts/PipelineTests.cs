using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Timeouts;

/// <summary>CG3001: time-outs of Polly around a poll, in both of its languages.</summary>
public sealed class PipelineTests
{
    private static string Program(string members) => $$"""
        using ContactCenter.Messaging;
        using Microsoft.Extensions.DependencyInjection;
        using Polly;
        using Polly.Registry;
        using Polly.Retry;
        using Polly.Timeout;

        public sealed class Events(ICcMessagingClient client)
        {
            public ICcMessagingClient Client => client;

            {{members}}
        }
        """;

    private static string Executed(string pipeline, string execution) => Program($$"""
        public async Task<object?> NextAsync(CancellationToken ct)
        {
            {{pipeline}}
            return {{execution}};
        }
        """);

    private const string Execution = "await pipeline.ExecuteAsync(async t => await client.GetClickToCallEventsAsync(Channel.WEB, t), ct)";

    [Theory]
    [InlineData("var pipeline = new ResiliencePipelineBuilder().AddTimeout({|CG3001:TimeSpan.FromSeconds(10)|}).Build();")]
    [InlineData("var pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).AddTimeout({|CG3001:TimeSpan.FromSeconds(10)|}).Build();")]
    [InlineData("var pipeline = new ResiliencePipelineBuilder().AddTimeout(new TimeoutStrategyOptions { Timeout = {|CG3001:TimeSpan.FromSeconds(10)|} }).Build();")]
    [InlineData("var pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromMinutes(5)).AddTimeout({|CG3001:TimeSpan.FromSeconds(10)|}).Build();")]
    [InlineData("var builder = new ResiliencePipelineBuilder(); builder.AddTimeout({|CG3001:TimeSpan.FromSeconds(10)|}); var pipeline = builder.Build();")]
    [InlineData("var pipeline = new ResiliencePipelineBuilder<ClickToCallEvent>().AddTimeout({|CG3001:TimeSpan.FromSeconds(10)|}).Build();")]
    public Task A_pipeline_cuts_the_poll_off(string pipeline) => Only(Executed(pipeline, Execution));

    [Theory]
    [InlineData("await pipeline.ExecuteAsync(t => new ValueTask<ClickToCallEvent>(client.GetClickToCallEventsAsync(Channel.WEB, t)), ct)")]
    [InlineData("await pipeline.ExecuteAsync(static async (state, t) => await state.GetClickToCallEventsAsync(Channel.WEB, t), client, ct)")]
    [InlineData("await pipeline.ExecuteAsync(async context => await client.GetClickToCallEventsAsync(Channel.WEB, context.CancellationToken), ResilienceContextPool.Shared.Get(ct))")]
    [InlineData("await pipeline.ExecuteAsync(async t => { var e = await client.GetClickToCallEventsAsync(Channel.WEB, t); Console.WriteLine(e); return e; }, ct)")]
    public Task A_pipeline_cuts_the_poll_off_however_it_is_executed(string execution) => Only(Executed("var pipeline = new ResiliencePipelineBuilder().AddTimeout({|CG3001:TimeSpan.FromSeconds(10)|}).Build();", execution));

    [Theory]
    [InlineData("var pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(60)).Build();", Execution)]
    [InlineData("var pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(Environment.ProcessorCount)).Build();", Execution)]
    [InlineData("var pipeline = new ResiliencePipelineBuilder().AddTimeout(new TimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(10), TimeoutGenerator = _ => new ValueTask<TimeSpan>(TimeSpan.FromSeconds(90)) }).Build();", Execution)]
    [InlineData("var builder = new ResiliencePipelineBuilder(); if (!ct.CanBeCanceled) builder.AddTimeout(TimeSpan.FromSeconds(10)); var pipeline = builder.Build();", Execution)]
    [InlineData("var pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(10)).Build();", "await pipeline.ExecuteAsync(async t => await client.CheckClickToCallSupportAsync(Channel.WEB, t), ct)")]
    [InlineData("var pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(10)).Build();", "await pipeline.ExecuteAsync(async _ => await client.GetClickToCallEventsAsync(Channel.WEB, ct), ct)")]
    [InlineData("var pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(30)).Build();", "await pipeline.ExecuteAsync(async t => { await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, t)) Console.WriteLine(e); return 0; }, ct)")]
    [InlineData("var pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(30)).Build();", "await pipeline.ExecuteAsync(async t => { while (await client.GetClickToCallEventsAsync(Channel.WEB, t) is NoEvent) Console.WriteLine(\"nothing\"); return 0; }, ct)")]
    [InlineData("var pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(30)).Build(); var patient = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(90)).Build(); await pipeline.ExecuteAsync(async t => await client.CheckClickToCallSupportAsync(Channel.WEB, t), ct);", "await patient.ExecuteAsync(async t => await client.GetClickToCallEventsAsync(Channel.WEB, t), ct)")]
    public Task A_pipeline_lets_the_poll_end(string pipeline, string execution) => Only(Executed(pipeline, execution));

    [Theory]
    [InlineData("private static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder().AddTimeout({|CG3001:TimeSpan.FromSeconds(10)|}).Build();")]
    [InlineData("private readonly ResiliencePipeline Pipeline = Build(); private static ResiliencePipeline Build() => new ResiliencePipelineBuilder().AddTimeout({|CG3001:TimeSpan.FromSeconds(10)|}).Build();")]
    [InlineData("private static ResiliencePipeline Pipeline { get; } = Build(); private static ResiliencePipeline Build() { var builder = new ResiliencePipelineBuilder(); builder.AddTimeout({|CG3001:TimeSpan.FromSeconds(10)|}); return builder.Build(); }")]
    public Task A_pipeline_is_kept_in_a_member(string member) => Only(Program(member + """

        public async Task<ClickToCallEvent> NextAsync(CancellationToken ct) =>
            await Pipeline.ExecuteAsync(async t => await client.GetClickToCallEventsAsync(Channel.WEB, t), ct);
        """));

    [Fact]
    public Task A_pipeline_comes_from_outside() => Only("""
        using ContactCenter.Messaging;
        using Microsoft.Extensions.DependencyInjection;
        using Polly;
        using Polly.Registry;

        public static class Startup
        {
            public static void Configure(IServiceCollection services)
            {
                services.AddResiliencePipeline("polls", builder => builder.AddTimeout({|CG3001:TimeSpan.FromSeconds(10)|}));
                services.AddResiliencePipeline("calls", builder => builder.AddTimeout(TimeSpan.FromSeconds(5)));
            }
        }

        public sealed class Events(ICcMessagingClient client, ResiliencePipelineProvider<string> pipelines, [FromKeyedServices("others")] ResiliencePipeline others)
        {
            public async Task<ClickToCallEvent> NextAsync(CancellationToken ct)
            {
                var pipeline = pipelines.GetPipeline("polls");
                return await pipeline.ExecuteAsync(async t => await client.GetClickToCallEventsAsync(Channel.WEB, t), ct);
            }

            public async Task<ClickToCallEvent> OtherAsync(CancellationToken ct) =>
                await others.ExecuteAsync(async t => await client.GetClickToCallEventsAsync(Channel.WEB, t), ct);

            public async Task<object> CheckAsync(CancellationToken ct) =>
                await pipelines.GetPipeline("calls").ExecuteAsync(async t => await client.CheckClickToCallSupportAsync(Channel.WEB, t), ct);
        }
        """);

    [Theory]
    [InlineData("var policy = Policy.TimeoutAsync({|CG3001:10|});", "await policy.ExecuteAsync(t => client.GetClickToCallEventsAsync(Channel.WEB, t), ct)")]
    [InlineData("var policy = Policy.TimeoutAsync({|CG3001:TimeSpan.FromSeconds(10)|});", "await policy.ExecuteAsync(async t => await client.GetClickToCallEventsAsync(Channel.WEB, t), ct)")]
    [InlineData("var policy = Policy.TimeoutAsync<ClickToCallEvent>({|CG3001:10|});", "await policy.ExecuteAsync(t => client.GetClickToCallEventsAsync(Channel.WEB, t), ct)")]
    [InlineData("var policy = Policy.TimeoutAsync({|CG3001:10|}, TimeoutStrategy.Pessimistic);", "await policy.ExecuteAsync(() => client.GetClickToCallEventsAsync(Channel.WEB, ct))")]
    [InlineData("var retry = Policy.Handle<ClientGenException>().RetryAsync(3); var policy = retry.WrapAsync(Policy.TimeoutAsync({|CG3001:10|}));", "await policy.ExecuteAsync(t => client.GetClickToCallEventsAsync(Channel.WEB, t), ct)")]
    [InlineData("var policy = Policy.WrapAsync(Policy.Handle<ClientGenException>().RetryAsync(3), Policy.TimeoutAsync({|CG3001:10|}));", "await policy.ExecuteAsync(t => client.GetClickToCallEventsAsync(Channel.WEB, t), ct)")]
    public Task A_policy_cuts_the_poll_off(string policy, string execution) => Only(Executed(policy, execution));

    [Theory]
    [InlineData("var policy = Policy.TimeoutAsync(60);", "await policy.ExecuteAsync(t => client.GetClickToCallEventsAsync(Channel.WEB, t), ct)")]
    [InlineData("var policy = Policy.TimeoutAsync(TimeSpan.FromMinutes(2));", "await policy.ExecuteAsync(t => client.GetClickToCallEventsAsync(Channel.WEB, t), ct)")]
    [InlineData("var policy = Policy.TimeoutAsync(10);", "await policy.ExecuteAsync(() => client.GetClickToCallEventsAsync(Channel.WEB, ct))")]
    [InlineData("var policy = Policy.TimeoutAsync(10);", "await policy.ExecuteAsync(t => client.CheckClickToCallSupportAsync(Channel.WEB, t), ct)")]
    [InlineData("var policy = Policy.TimeoutAsync(() => TimeSpan.FromSeconds(Environment.ProcessorCount));", "await policy.ExecuteAsync(t => client.GetClickToCallEventsAsync(Channel.WEB, t), ct)")]
    [InlineData("var policy = Policy.Handle<ClientGenException>().RetryAsync(3);", "await policy.ExecuteAsync(t => client.GetClickToCallEventsAsync(Channel.WEB, t), ct)")]
    public Task A_policy_lets_the_poll_end(string policy, string execution) => Only(Executed(policy, execution));

    // Whether these programs poll on as the contract wants it is for other rules to say.
    private static Task Only(string marked) => Check.Only(["CG3001"], marked);
}
