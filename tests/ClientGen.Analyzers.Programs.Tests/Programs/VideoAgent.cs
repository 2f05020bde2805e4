using ContactCenter.VideoSignalling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace VideoDesk;

/// <summary>Whether the agent wants to take a call.</summary>
public interface IAgentDesk
{
    Task<bool> AskAsync(string sid, CancellationToken cancellationToken);

    Task TalkAsync(string sid, CancellationToken cancellationToken);
}

/// <summary>Answers video calls for one agent.</summary>
public sealed class VideoAgent(IVideoSignallingClient video, IAgentDesk desk, ILogger<VideoAgent> logger) : BackgroundService
{
    private string? _sid;

    /// <summary>Ends the call, if there is one.</summary>
    public async Task HangUpAsync()
    {
        if (_sid is { } sid && «video.Agent.Current == AgentState.Busy¦CG5101→video.Agent.Current == AgentState.Ready¦CG5101→video.Agent.Current == AgentState.Wait¦CG5101→video.Agent.Current is AgentState.Leave»)
        {
            await video.HangUpAsync(new() { Sid = sid });
            _sid = null;
        }
    }

    /// <summary>Takes a break, when there is nothing to do.</summary>
    public async Task<bool> RestAsync()
    {
        if («video.Agent.Current is not AgentState.Ready¦CG5101→video.Agent.Current is not AgentState.Busy¦CG5101→video.Agent.Current is not AgentState.Leave»)
            return false;
        await video.RestAsync();
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var e in video.EventsAsync(stoppingToken))
        {
            switch (e)
            {
                case IncomingCall { Data.Sid: var sid }:
                    await TakeAsync(sid, stoppingToken);
                    break;
                case RecoveryCall { Data: var call }:
                    _sid = call.Sid;
                    break;
                case IncomingCallHangup:
                    _sid = null;
                    break;
                case StateChange { Data.State: var state }:
                    logger.LogInformation("The agent is {State}", state);
                    break;
                default:
                    logger.LogDebug("{Event}", e.GetType().Name);
                    break;
            }
        }
    }

    private async Task TakeAsync(string sid, CancellationToken cancellationToken)
    {
        if (!await desk.AskAsync(sid, cancellationToken))
        {
            await video.RefuseAsync(new() { Sid = sid }, cancellationToken);
            return;
        }

        _sid = sid;
        await video.AnswerAsync(new() { Sid = sid }, cancellationToken);
        «await desk.TalkAsync(sid, cancellationToken);¦CG5101→await video.RefuseAsync(new() { Sid = sid }, cancellationToken);¦CG5101→await video.AnswerAsync(new() { Sid = sid }, cancellationToken);¦CG5101→await video.RestAsync(cancellationToken);»
    }
}

/// <summary>A small answering machine: takes each call and hangs up.</summary>
public static class AnsweringMachine
{
    public static async Task RunAsync(IVideoSignallingClient video, CancellationToken cancellationToken)
    {
        await foreach (var e in video.EventsAsync(cancellationToken))
        {
            if (e is IncomingCall call)
            {
                var command = new SidCommand { Sid = call.Data.Sid };
                «await video.AnswerAsync(command, cancellationToken);
                await video.HangUpAsync(command, cancellationToken);¦CG5101→await video.HangUpAsync(command, cancellationToken);¦CG5101→await video.RefuseAsync(command, cancellationToken);
                await video.HangUpAsync(command, cancellationToken);¦CG5101→await video.AnswerAsync(command, cancellationToken);
                await video.RefuseAsync(command, cancellationToken);¦CG5101→await video.RestAsync(cancellationToken);»
            }
        }
    }
}
