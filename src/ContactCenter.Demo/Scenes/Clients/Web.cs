using ContactCenter.Messaging;

namespace ContactCenter.Demo;

/// <summary>The customer's web client.</summary>
internal static class Web
{
    public const string System = "messaging";
    public const string UserId = "example-customer";
    public const string ChannelId = "example-channel";

    /// <summary>A session of the example customer.</summary>
    public static ContactCenterSession Session(Stage stage) => ContactCenterSession.Create(
        new()
        {
            BaseAddress = stage.Theatre.Server,
            AppKey = ExampleApplication.Key,
            AppSecret = ExampleApplication.Secret,
            UserId = UserId,
            UserName = "Example Customer",
            ChannelId = ChannelId,
            TimeProvider = stage.Clock,
            LoggerFactory = stage.Log,
        },
        stage.Wire);

    /// <summary>Asks whether calls are possible, and creates one.</summary>
    /// <returns>Whether there is a call.</returns>
    public static async Task<bool> CallAsync(Stage stage, CcMessagingClient messaging, CancellationToken cancellationToken)
    {
        var support = await messaging.CheckClickToCallSupportAsync(Channel.WEB, cancellationToken);
        if (support is not { WebRTCSupported: true, ClickToCallSupported: true })
        {
            stage.Event(System, "no call", "the channel does not support calls");
            return false;
        }

        await messaging.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, cancellationToken);
        return true;
    }

    /// <summary>Shows an event of the call.</summary>
    public static void Show(Stage stage, ClickToCallEvent @event)
    {
        switch (@event)
        {
            case CallConnected e:
                stage.Event(System, (int)e.EventId, $"connected through {e.Content.Domain}");
                break;
            case CallQueued e:
                stage.Event(System, (int)e.EventId, "waiting in the queue");
                break;
            case CallTransferred e:
                stage.Event(System, (int)e.EventId, "transferred to another agent");
                break;
            case CallReleased e:
                stage.Event(System, (int)e.EventId, $"released: {e.Content?.CauseDesc.Value}");
                break;
            case CallFailed e:
                stage.Event(System, (int)e.EventId, $"failed: {e.Content?.CauseDesc.Value}");
                break;
            case QueueTimedOut e:
                stage.Event(System, (int)e.EventId, $"left the queue: {e.Content?.CauseDesc.Value}");
                break;
            default:
                // A poll without an event, or one that nobody has documented: the stream goes on.
                break;
        }
    }
}
