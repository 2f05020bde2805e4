using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Flow;

/// <summary>CG5001 and CG5002 where the call that ends a session runs in the hands of others.</summary>
public sealed class EndedElsewhereTests
{
    private static string Program(string members, string end, string work = "await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, ct)) Console.WriteLine(e);") => $$"""
        using ContactCenter.Messaging;
        using Polly;

        public sealed class Desk(ICcMessagingClient client)
        {
            {{members}}

            public async Task RunAsync(CancellationToken ct)
            {
                if (await client.CheckClickToCallSupportAsync(Channel.WEB, ct) is not { WebRTCSupported: true, ClickToCallSupported: true })
                    return;
                await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct);
                try
                {
                    {{work}}
                }
                finally
                {
                    {{end}}
                }
            }
        }
        """;

    [Theory]
    [InlineData("private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(5)).Build();", "await _pipeline.ExecuteAsync(async token => await client.DropClickToCallAsync(new() { Channel = Channel.WEB }, token), CancellationToken.None);")]
    [InlineData("private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(5)).Build();", "try { await _pipeline.ExecuteAsync(async token => await client.DropClickToCallAsync(new() { Channel = Channel.WEB }, token), CancellationToken.None); } catch (ClientGenException) { }")]
    [InlineData("private static async Task Safely(Func<Task> work) { try { await work(); } catch (ClientGenException e) { Console.WriteLine(e); } }", "await Safely(() => client.DropClickToCallAsync(new() { Channel = Channel.WEB }, CancellationToken.None));")]
    [InlineData("public required Func<Func<Task>, Task> Safely { get; init; }", "await Safely(() => client.DropClickToCallAsync(new() { Channel = Channel.WEB }, CancellationToken.None));")]
    [InlineData("private static async Task<T> Retry<T>(Func<CancellationToken, Task<T>> work) { for (var i = 0; ; i++) { try { return await work(CancellationToken.None); } catch (ClientGenException) when (i < 2) { await Task.Delay(100); } } }", "await Retry(async token => { await client.DropClickToCallAsync(new() { Channel = Channel.WEB }, token); return true; });")]
    [InlineData("public interface ISafe { Task RunAsync(Func<CancellationToken, Task> work); } public required ISafe Safe { get; init; }", "await Safe.RunAsync(token => client.DropClickToCallAsync(new() { Channel = Channel.WEB }, token));")]
    [InlineData("", "await Task.WhenAny(client.DropClickToCallAsync(new() { Channel = Channel.WEB }, CancellationToken.None), Task.Delay(5000));")]
    [InlineData("", "using var end = new CancellationTokenSource(TimeSpan.FromSeconds(5)); try { await client.DropClickToCallAsync(new() { Channel = Channel.WEB }, end.Token); } catch (Exception e) when (e is ClientGenException or OperationCanceledException) { Console.WriteLine(e.Message); }")]
    public Task Whoever_is_given_the_end_has_it_in_hand(string members, string end) => Check.Program(Program(members, end));

    [Theory]
    [InlineData("private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(5)).Build();", "await _pipeline.ExecuteAsync(async token => await client.DropClickToCallAsync(new() { Channel = Channel.WEB }, token), CancellationToken.None);")]
    [InlineData("private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(5)).Build();", "await _pipeline.ExecuteAsync(async (c, token) => await c.DropClickToCallAsync(new() { Channel = Channel.WEB }, token), client, CancellationToken.None);")]
    public Task A_pipeline_runs_what_it_is_given(string members, string end) => Check.Program(Program(members, end, "await Task.Delay(1000, ct);"));

    [Theory]
    [InlineData("public required Func<Func<Task>, Task> Safely { get; init; }", "await Safely(() => client.CheckClickToCallSupportAsync(Channel.WEB, CancellationToken.None)); if (!ct.IsCancellationRequested) await client.DropClickToCallAsync(new() { Channel = Channel.WEB }, CancellationToken.None);")]
    public Task Other_work_ends_nothing(string members, string end) => Check.Program(
        Program(members, end).Replace("await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct)", "await {|CG5002:client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct)|}", StringComparison.Ordinal));
}
