using ContactCenter.Messaging;

namespace Manual;

/// <summary>Polls by hand, with the contract's bound and pause.</summary>
public static class Program
{
    private const int MaxFailures = «3¦CG3005,CG3004→25»;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static async Task<int> Main(string[] args)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        var client = new CcMessagingClient(http, new ApiClientOptions { BaseAddress = new Uri(args[0]) });
        using var cts = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) => { e.Cancel = true; cts.Cancel(); };

        if (!await CanCallAsync(client, cts.Token))
        {
            Console.WriteLine("not supported");
            return 1;
        }

        var request = new CreateClickToCallRequest { Channel = Channel.WEB, MediaAbility = args.Contains("--video") ? MediaAbility.Video : MediaAbility.Voice };
        await client.CreateClickToCallAsync(request, cts.Token);
        var last = default(ClickToCallEvent);
        try
        {
            last = await WaitForEndAsync(client, cts.Token);
        }
        finally
        {
            if («last is null or { IsTerminal: false }¦CG5001→last is { IsTerminal: true }»)
                await client.DropClickToCallAsync(new() { Channel = Channel.WEB }, CancellationToken.None);
        }

        Console.WriteLine(last);
        return last is CallReleased ? 0 : 2;
    }

    private static async Task<bool> CanCallAsync(ICcMessagingClient client, CancellationToken cancellationToken)
    {
        var answer = await client.CheckClickToCallSupportAsync(Channel.WEB, cancellationToken);
        return «answer.WebRTCSupported == true && answer.ClickToCallSupported == true¦CG1002→answer.WebRTCSupported == true¦CG1002→answer.WebRTCSupported == true || answer.ClickToCallSupported == true¦CG1002→!(answer.WebRTCSupported == true && answer.ClickToCallSupported == true)¦CG1002→answer.WebRTCSupported == true && answer.ClickToCallSupported != true¦CG1002,CG1001→answer is not null»;
    }

    private static async Task<ClickToCallEvent?> WaitForEndAsync(ICcMessagingClient client, CancellationToken cancellationToken)
    {
        var failures = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ClickToCallEvent e;
            try
            {
                e = await client.GetClickToCallEventsAsync(Channel.WEB, cancellationToken);
                failures = 0;
            }
            catch (ClientGenException problem)
            {
                «failures++;¦CG3004→»
                if («failures > MaxFailures¦CG3004→failures < 0¦CG3003→failures > 0»)
                    return null;
                Console.WriteLine($"{problem.Message} Trying again.");
                «await Task.Delay(Pause, cancellationToken);¦CG3008→»
                continue;
            }

            Console.WriteLine($"{DateTime.Now:T} {e.GetType().Name}");
            if («e is QueueTimedOut or CallFailed or CallReleased¦CG2001→e is CallFailed or CallReleased¦CG2001→e is CallReleased¦CG2001→e is QueueTimedOut¦CG2002→e is QueueTimedOut or CallFailed or CallReleased or NoEvent¦CG2002→e is QueueTimedOut or CallFailed or CallReleased or CallQueued¦CG2002→e.IsTerminal || e is CallTransferred¦CG2001,CG2002→!e.IsTerminal¦CG2001→e is CallConnected { Content.AccessCode: "" }»)
                return e;
        }
    }
}
