using ContactCenter.Fabric;
using ContactCenter.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Workflows;

/// <summary>Leaves the protocol to the generated workflows.</summary>
public sealed class WorkflowUser(ClickToCallWorkflows workflows, Func<string> secret)
{
    public static IServiceCollection Add(IServiceCollection services) => services
        .AddSingleton(provider => new ClickToCallWorkflows(provider.GetRequiredService<IFabricClient>(), provider.GetRequiredService<ICcMessagingClient>()));

    public async Task<int> RunAsync(string appKey, string userId, string channelId, CancellationToken cancellationToken)
    {
        var session = await workflows.AuthenticateAsync(
            new() { AppKey = appKey, AppSecret = secret(), UserId = userId, UserName = userId, ChannelId = channelId, Locale = "en" },
            cancellationToken: cancellationToken);
        if (session.MessagingToken is null)
            return 1;

        var events = 0;
        try
        {
            var outputs = await workflows.TextThenCallAsync(
                new() { UserId = userId, ChannelId = channelId },
                onEvents: async (e, token) =>
                {
                    events++;
                    await Console.Out.WriteLineAsync(e.ToString().AsMemory(), token);
                },
                cancellationToken: cancellationToken);
            Console.WriteLine($"{events} events, cause {outputs.CauseId}");
            return outputs.EventId == ClickToCallEventId.CallReleased ? 0 : 2;
        }
        catch (WorkflowException e)
        {
            Console.Error.WriteLine($"{e.Step}: {e.Reason}");
            return 3;
        }
    }

    public async Task<ClickToCallEventId?> VoiceOnlyAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        var outputs = await workflows.VoiceOnlyAsync(onEvents: (e, _) =>
        {
            progress.Report(e.GetType().Name);
            return Task.CompletedTask;
        }, cancellationToken: cancellationToken);
        return outputs.EventId;
    }
}
