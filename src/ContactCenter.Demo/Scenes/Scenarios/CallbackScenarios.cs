using ClientGen;
using ClientGen.Callbacks;
using ContactCenter.Rtc;

namespace ContactCenter.Demo;

/// <summary>Calls that the platform makes for an application, and the callbacks that it sends back.</summary>
internal static class CallbackScenarios
{
    // A simulator may live in virtual time, far from the clock of this program.
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    public static IReadOnlyList<DemoScenario> All { get; } =
    [
        new()
        {
            Name = "verification-call",
            Summary = "A call that reads out a code; its status callbacks and its fee record.",
            Expected = ["callout", "alerting", "answer", "disconnect", "1 fee record"],
            PlayAsync = (stage, cancellationToken) => PlayAsync(stage, VerifyAsync, 5, cancellationToken),
        },
        new()
        {
            Name = "voice-notification",
            Summary = "An announcement that asks for a digit: all five kinds of status callback.",
            Expected = ["callout", "alerting", "answer", "collectInfo", "disconnect", "1 fee record"],
            PlayAsync = (stage, cancellationToken) => PlayAsync(stage, NotifyAsync, 6, cancellationToken),
        },
        new()
        {
            Name = "merged-fee",
            Summary = "Many calls end together: their fee records come in one callback.",
            // At most 50 in one message.
            Expected = ["callout", "alerting", "answer", "disconnect", "50 fee records"],
            PlayAsync = (stage, cancellationToken) => PlayAsync(stage, VerifyAsync, 5, cancellationToken),
        },
        new()
        {
            Name = "repeated-callback",
            Summary = "Two callbacks are delivered twice; the receiver is given each once.",
            Expected = ["callout", "alerting", "answer", "disconnect", "1 fee record", "7 delivered, 5 received"],
            PlayAsync = async (stage, cancellationToken) =>
            {
                const int Deliveries = 7;
                var inbox = await PlayAsync(stage, VerifyAsync, Deliveries, cancellationToken);
                stage.Event("rtc", $"{Deliveries} delivered, {inbox.Received} received");
            },
        },
        new()
        {
            Name = "forged-callback",
            Summary = "A callback with a wrong digest is turned away; the others are received.",
            Expected = ["callout", "turned away with 401", "answer", "disconnect", "1 fee record"],
            PlayAsync = (stage, cancellationToken) => PlayAsync(stage, VerifyAsync, 5, cancellationToken),
        },
        new()
        {
            Name = "malformed-callback",
            Summary = "A callback whose JSON breaks off is turned away; the others are received.",
            Expected = ["callout", "turned away with 400", "answer", "disconnect", "1 fee record"],
            PlayAsync = (stage, cancellationToken) => PlayAsync(stage, VerifyAsync, 5, cancellationToken),
        },
    ];

    private static async Task<CallbackInbox> PlayAsync(
        Stage stage, Func<RtcVoiceClient, CallbackServer, CancellationToken, Task<CallResult>> callAsync, int deliveries, CancellationToken cancellationToken)
    {
        var aksk = new AkskOptions { AppKey = ExampleApplication.Key, AppSecret = ExampleApplication.Secret, TimeProvider = stage.Clock };
        var inbox = new CallbackInbox(stage);
        var options = new CallbackOptions
        {
            Verifier = new AkskCallbackVerifier(aksk, Tolerance), OnRejected = inbox.TurnedAway, LoggerFactory = stage.Log,
        };
        await using var server = await stage.Theatre.ReceiveCallbacksAsync(inbox, options, inbox.Delivered, cancellationToken);
        using var invoker = new HttpMessageInvoker(stage.Wire, disposeHandler: false);
        var settings = new ApiClientOptions { BaseAddress = stage.Theatre.Server, TimeProvider = stage.Clock, LoggerFactory = stage.Log };
        await callAsync(new(invoker, settings.UseAksk(aksk)), server, cancellationToken);
        await inbox.WaitAsync(deliveries, cancellationToken);
        return inbox;
    }

    private static Task<CallResult> VerifyAsync(RtcVoiceClient client, CallbackServer server, CancellationToken cancellationToken) => client.CallVerifyAsync(
        new()
        {
            DisplayNbr = "+8653159511234",
            CalleeNbr = "+8613500000001",
            LanguageType = LanguageType.Chinese,
            PreTone = "test.wav",
            VerifyCode = "0123",
            StatusUrl = server.StatusUrl,
            FeeUrl = server.FeeUrl,
        },
        cancellationToken);

    private static Task<CallResult> NotifyAsync(RtcVoiceClient client, CallbackServer server, CancellationToken cancellationToken) => client.CallnotifyAsync(
        new()
        {
            DisplayNbr = "+8653159511234",
            CalleeNbr = "+8613500000001",
            PlayInfoList = [new() { NotifyVoice = "test.wav", CollectInd = 1 }],
            StatusUrl = server.StatusUrl,
            FeeUrl = server.FeeUrl,
        },
        cancellationToken);
}
