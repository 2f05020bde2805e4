using System.Globalization;
using ClientGen;
using ContactCenter.Messaging;

namespace ContactCenter.Demo;

/// <summary>Signing in, chatting and calling from a web page.</summary>
internal static class CallScenarios
{
    public static IReadOnlyList<DemoScenario> All { get; } =
    [
        new()
        {
            Name = "sign-in",
            Summary = "Both tokens, in order, with their lifetimes.",
            Simulated = "everyday",
            Expected = ["fabricBearer for 10 min", "messagingToken for 60 min", "1 sign-in"],
            PlayAsync = SignInAsync,
        },
        new()
        {
            Name = "text-then-call",
            Summary = "A chat turns into a call: queue, connected, transferred, released by the agent.",
            Expected = ["an agent writes", "168102", "168101", "168106", "168110"],
            PlayAsync = TextThenCallAsync,
        },
        new()
        {
            Name = "call-as-workflow",
            Summary = "The same as one method, which the contract's workflow was compiled into.",
            Simulated = "text-then-call",
            Expected = ["168102", "168101", "168106", "168110", "ended by CallReleased"],
            PlayAsync = WorkflowAsync,
        },
        new()
        {
            Name = "voice-only",
            Summary = "A call without a chat; the customer hangs up.",
            Expected = ["168102", "168101", "hung up", "168110"],
            PlayAsync = HangUpAsync,
        },
        new()
        {
            Name = "token-expires-mid-poll",
            Summary = "All tokens run out while a poll is held; the session signs in again and sends the poll once more.",
            Expected = ["168102", "getClickToCallEvents 403", "tokens renewed", "168101", "168110"],
            PlayAsync = FollowAsync,
        },
        new()
        {
            Name = "rotated-token",
            Summary = "The server replaces the messaging token in an answer; the session takes it over without signing in.",
            Expected = ["token rotated", "168102", "168101", "168110", "1 sign-in"],
            PlayAsync = async (stage, cancellationToken) =>
            {
                await FollowAsync(stage, cancellationToken);
                stage.Fact($"{stage.Wire.SignIns} sign-in");
            },
        },
        new()
        {
            Name = "three-failing-polls",
            Summary = "A poll fails, three retries fail too; the client stops polling and hangs up.",
            // T13: "retry 3 times, then stop".
            Expected = ["168102", .. Enumerable.Repeat("getClickToCallEvents 200 result code 13", 4), "gave up after 4 failed polls, the last with code 13", "hung up"],
            PlayAsync = GiveUpAsync,
        },
        new()
        {
            Name = "truncated-json",
            Summary = "The JSON of one poll's answer breaks off; the next poll carries on.",
            Expected = ["168102", "getClickToCallEvents 200 broken JSON", "168101", "168110"],
            PlayAsync = FollowAsync,
        },
        new()
        {
            Name = "cut-connection",
            Summary = "The connection of one poll is cut; the next poll carries on.",
            Expected = ["168102", "getClickToCallEvents cut", "168101", "168110"],
            PlayAsync = FollowAsync,
        },
    ];

    private static async Task SignInAsync(Stage stage, CancellationToken cancellationToken)
    {
        await using var session = Web.Session(stage);
        var credentials = await session.Credentials.GetAsync(cancellationToken);
        foreach (var scheme in (ReadOnlySpan<string>)[CcMessagingClient.Schemes.FabricBearer, CcMessagingClient.Schemes.MessagingToken])
        {
            var life = credentials.Find(scheme)?.ExpiresAt - stage.Clock.GetUtcNow();
            stage.Event(Web.System, string.Create(CultureInfo.InvariantCulture, $"{scheme} for {life?.TotalMinutes:0} min"));
        }

        stage.Fact($"{stage.Wire.SignIns} sign-in");
    }

    private static async Task TextThenCallAsync(Stage stage, CancellationToken cancellationToken)
    {
        await using var session = Web.Session(stage);
        var messaging = session.Messaging;
        await messaging.SendAsync(Message(UplinkControlType.CONNECT, "start"), cancellationToken);
        await GreetingAsync(stage, messaging, cancellationToken);
        if (await Web.CallAsync(stage, messaging, cancellationToken))
        {
            await foreach (var e in messaging.ClickToCallEventsAsync(Channel.WEB, cancellationToken))
                Web.Show(stage, e);
        }

        await messaging.SendAsync(Message(UplinkControlType.DISCONNECT, "bye"), cancellationToken);
    }

    private static async Task GreetingAsync(Stage stage, CcMessagingClient messaging, CancellationToken cancellationToken)
    {
        while (true)
        {
            var polled = await messaging.PollAsync(Web.UserId, Channel.WEB, cancellationToken: cancellationToken);
            if (polled.DownlinkMessages.Value?.FirstOrDefault(static message => message.SourceType == DownlinkSourceType.AGENT) is not { } greeting)
                continue;
            stage.Event(Web.System, "an agent writes", greeting.Content.Value ?? "");
            return;
        }
    }

    private static async Task WorkflowAsync(Stage stage, CancellationToken cancellationToken)
    {
        await using var session = Web.Session(stage);
        var outputs = await session.Workflows.TextThenCallAsync(
            new() { UserId = Web.UserId, ChannelId = Web.ChannelId },
            onEvents: (e, _) =>
            {
                Web.Show(stage, e);
                return Task.CompletedTask;
            },
            cancellationToken: cancellationToken);
        stage.Event(Web.System, $"ended by {outputs.EventId}", outputs.CauseDesc ?? "");
    }

    private static async Task HangUpAsync(Stage stage, CancellationToken cancellationToken)
    {
        await using var session = Web.Session(stage);
        if (!await Web.CallAsync(stage, session.Messaging, cancellationToken))
            return;
        await foreach (var e in session.Messaging.ClickToCallEventsAsync(Channel.WEB, cancellationToken))
        {
            Web.Show(stage, e);
            if (e is CallConnected)
                await DropAsync(stage, session.Messaging, cancellationToken);
        }
    }

    private static async Task FollowAsync(Stage stage, CancellationToken cancellationToken)
    {
        await using var session = Web.Session(stage);
        if (!await Web.CallAsync(stage, session.Messaging, cancellationToken))
            return;
        await foreach (var e in session.Messaging.ClickToCallEventsAsync(Channel.WEB, cancellationToken))
            Web.Show(stage, e);
    }

    private static async Task GiveUpAsync(Stage stage, CancellationToken cancellationToken)
    {
        await using var session = Web.Session(stage);
        if (!await Web.CallAsync(stage, session.Messaging, cancellationToken))
            return;
        try
        {
            await foreach (var e in session.Messaging.ClickToCallEventsAsync(Channel.WEB, cancellationToken))
                Web.Show(stage, e);
        }
        catch (PollingGaveUpException e)
        {
            stage.Event(Web.System, $"gave up after {e.Attempts} failed polls, the last with code {(e.InnerException as ResultCodeException)?.Code}");
            await DropAsync(stage, session.Messaging, cancellationToken);
        }
    }

    private static async Task DropAsync(Stage stage, CcMessagingClient messaging, CancellationToken cancellationToken)
    {
        await messaging.DropClickToCallAsync(new() { Channel = Channel.WEB }, cancellationToken);
        stage.Event(Web.System, "hung up");
    }

    private static SendRequest Message(UplinkControlType type, string content) => new()
    {
        Channel = Channel.WEB,
        Content = content,
        ControlType = type,
        From = Web.UserId,
        MediaType = UplinkMediaType.TEXT,
        SourceType = UplinkSourceType.CUSTOMER,
        To = Web.ChannelId,
    };
}
