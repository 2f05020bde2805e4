using ContactCenter.Messaging;
using Polly;
using Polly.Retry;

namespace Resilient;

/// <summary>Lets Polly repeat polls that fail.</summary>
public sealed class ResilientCaller
{
    private readonly ICcMessagingClient _client;
    private readonly ResiliencePipeline _pipeline;

    public ResilientCaller(ICcMessagingClient client)
    {
        _client = client;
        _pipeline = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<ClientGenException>(),
                MaxRetryAttempts = «3¦CG3004→int.MaxValue¦CG3005→30»,
                Delay = TimeSpan.FromSeconds(1),
                BackoffType = DelayBackoffType.Constant,
            })
            .Build();
    }

    public async Task RunAsync(IProgress<ClickToCallEvent> progress, CancellationToken cancellationToken)
    {
        if (await _client.CheckClickToCallSupportAsync(Channel.WEB, cancellationToken) is not { } support || «!(support.WebRTCSupported == true && support.ClickToCallSupported == true)¦CG1002→!(support.WebRTCSupported == true || support.ClickToCallSupported == true)¦CG1002→!(support.WebRTCSupported == true)¦CG1002→support.WebRTCSupported == false || support.ClickToCallSupported == false¦CG1002→support.WebRTCSupported == true && support.ClickToCallSupported == true»)
            throw new InvalidOperationException("Calls are not possible.");

        await _client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, cancellationToken);
        try
        {
            ClickToCallEvent e;
            do
            {
                e = await _pipeline.ExecuteAsync(async token => await _client.GetClickToCallEventsAsync(Channel.WEB, token), cancellationToken);
                progress.Report(e);
            }
            while («!e.IsTerminal¦CG2001→e is not CallReleased¦CG2002→!e.IsTerminal && e is not NoEvent¦CG2001→!cancellationToken.IsCancellationRequested»);
        }
        finally
        {
            await _client.DropClickToCallAsync(new() { Channel = Channel.WEB }, CancellationToken.None);
        }
    }
}
