using System.Globalization;
using ContactCenter.Simulator.Contracts;
using ContactCenter.Simulator.Hosting;
using ContactCenter.Simulator.Time;

namespace ContactCenter.Simulator.Video;

/// <summary>The event stream of an agent: server-sent events with ids, heartbeats, and a second chance after a lost connection.</summary>
internal static class EventStreamEndpoint
{
    /// <summary>A connection that is reset throws away what its other end has not read yet; in real time.</summary>
    private static readonly TimeSpan UntilSentHasArrived = TimeSpan.FromMilliseconds(50);

    public static async Task HandleAsync(HttpContext context)
    {
        var call = context.Call();
        var platform = call.World.Video;
        var agent = platform.AgentOf(call.Account!);
        var (news, lastId) = agent.Listen();
        var isFirst = agent.StreamsOpened == 1;
        try
        {
            // "The client sends the id of the last event it received": what came after it is sent again.
            var resumed = int.TryParse(context.Request.Headers["Last-Event-ID"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
            Welcome(call, platform, agent, resumed);
            await SendAsync(context, call, agent, news, resumed ? seen : lastId, isFirst);
        }
        catch (OperationCanceledException)
        {
            call.World.Note(SimulatedSystem.Video, VideoOperations.Events, $"agent {agent.Number}: stops listening");
        }
        finally
        {
            agent.Leave(news);
        }
    }

    private static void Welcome(ContractCall call, VideoPlatform platform, Agent agent, bool resumed)
    {
        call.World.Note(SimulatedSystem.Video, VideoOperations.Events, $"agent {agent.Number}: {(resumed ? "listens again" : "listens")}");
        lock (platform.Gate)
        {
            if (agent.State == "disconnected")
                platform.SetState(agent, "ready");
            else if (!resumed && platform.CallOf(agent) is { } going)
                platform.Recover(agent, going);
        }

        platform.Trigger(VideoOperations.Events);
    }

    private static async Task SendAsync(HttpContext context, ContractCall call, Agent agent, Doorbell news, int seen, bool isFirst)
    {
        var table = call.World.Scenario.Video;
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        await WriteAsync(response, string.Create(CultureInfo.InvariantCulture, $"retry: {table.Retry.TotalMilliseconds:0}\n\n"));

        var sent = 0;
        using var open = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, call.World.Simulator.Stopping.Token);
        while (true)
        {
            foreach (var published in News(call.World.Video, agent, seen))
            {
                await WriteAsync(response, string.Create(CultureInfo.InvariantCulture, $"id: {published.Id}\ndata: {published.Json}\n\n"));
                seen = published.Id;
                if (isFirst && ++sent == table.CutStreamAfter)
                {
                    call.World.Note(SimulatedSystem.Video, VideoOperations.Events, $"agent {agent.Number}: stream cut");
                    await Task.Delay(UntilSentHasArrived, open.Token);
                    context.Abort();
                    return;
                }
            }

            // A comment line keeps proxies from closing a silent stream.
            if (!await call.World.Clock.NapAsync(table.Heartbeat, drives: false, news, open.Token))
                await WriteAsync(response, ": heartbeat\n\n");
        }
    }

    /// <summary>What one thing caused is published together, so it is taken together too; else two runs could cut a stream in different places.</summary>
    private static IReadOnlyList<PublishedEvent> News(VideoPlatform platform, Agent agent, int seen)
    {
        lock (platform.Gate)
            return agent.After(seen);
    }

    private static async Task WriteAsync(HttpResponse response, string text)
    {
        await response.WriteAsync(text, response.HttpContext.RequestAborted);
        await response.Body.FlushAsync(response.HttpContext.RequestAborted);
    }
}
