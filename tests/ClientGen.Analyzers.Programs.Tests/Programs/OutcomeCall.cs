using ContactCenter.Messaging;

namespace Outcomes;

/// <summary>How a call went.</summary>
public enum Ending { Refused, NotSupported, Over, GaveUp }

/// <summary>Uses the methods that return every answer as a value.</summary>
public sealed class OutcomeCaller(ICcMessagingClient client, TimeProvider clock)
{
    private const int Retries = 3;

    public async Task<Ending> CallAsync(CancellationToken cancellationToken)
    {
        var check = await client.CheckClickToCallSupportOutcomeAsync(Channel.WEB, cancellationToken);
        if (check is not CheckClickToCallSupportOutcome.Ok { Body: «{ ResultCode: ResultCode.Success, WebRTCSupported: true, ClickToCallSupported: true }¦CG1002→{ ResultCode: ResultCode.Success, WebRTCSupported: true }¦CG1002→{ ResultCode: ResultCode.Success, ClickToCallSupported: true }¦CG1005→{ WebRTCSupported: true, ClickToCallSupported: true }» })
            return Ending.NotSupported;

        var created = await client.CreateClickToCallOutcomeAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Video }, cancellationToken);
        if («created is not CreateClickToCallOutcome.Ok { Body.ResultCode: CreateClickToCallResultCode.Success }¦CG1004,CG1005→created is not CreateClickToCallOutcome.Ok¦CG1004,CG1005→created is CreateClickToCallOutcome.Forbidden»)
            return Ending.Refused;

        try
        {
            return await PollAsync(cancellationToken) ? Ending.Over : Ending.GaveUp;
        }
        finally
        {
            «await client.DropClickToCallAsync(new() { Channel = Channel.WEB }, CancellationToken.None);¦CG5001,CG5002→»
        }
    }

    private async Task<bool> PollAsync(CancellationToken cancellationToken)
    {
        for (var failures = 0; «failures <= Retries¦CG3004→true»;)
        {
            ClickToCallEvent? e = null;
            try
            {
                e = await client.GetClickToCallEventsOutcomeAsync(Channel.WEB, cancellationToken) switch
                {
                    GetClickToCallEventsOutcome.Ok { Body: { ResultCode: ResultCode.Success } body } => body,
                    _ => null,
                };
            }
            catch (ClientGenException) when (!cancellationToken.IsCancellationRequested)
            {
                // Counted below.
            }

            if (e is null)
            {
                «failures++;¦CG3004→»
                «await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellationToken);¦CG3008→»
                continue;
            }

            failures = 0;
            if (IsOver(e))
                return true;
        }

        return false;
    }

    private static bool IsOver(ClickToCallEvent e) => e switch
    {
        «QueueTimedOut or CallFailed or CallReleased¦CG2001→QueueTimedOut or CallReleased¦CG2001→CallFailed or CallReleased¦CG2001→CallFailed or QueueTimedOut» => true,
        «CallTransferred => false¦CG2002→CallTransferred => true¦CG2002→NoEvent => true»,
        _ => «false¦CG2002→true»,
    };
}
