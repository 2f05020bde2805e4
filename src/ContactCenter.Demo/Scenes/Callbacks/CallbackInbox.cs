using System.Threading.Channels;
using ClientGen.Callbacks;
using ContactCenter.Rtc;

namespace ContactCenter.Demo;

/// <summary>The application's own server: receives the callbacks of its calls and shows them.</summary>
internal sealed class CallbackInbox(Stage stage) : IRtcVoiceReceiver
{
    private const string System = "rtc";
    private readonly Channel<string> _deliveries = Channel.CreateUnbounded<string>();
    private int _received;

    /// <summary>How many callbacks the receiver was given.</summary>
    public int Received => Volatile.Read(ref _received);

    /// <summary>A delivery was answered.</summary>
    /// <param name="webhook">Which one.</param>
    /// <param name="status">The HTTP status of the reply.</param>
    public void Delivered(string webhook, int status)
    {
        stage.Show(System, status == 200 ? Sign.Answer : Sign.Refusal, $"{webhook} answered with {status}");
        _deliveries.Writer.TryWrite(webhook);
    }

    /// <summary>A callback was turned away.</summary>
    public ValueTask TurnedAway(RejectedCallback rejected, CancellationToken cancellationToken)
    {
        stage.Show(System, Sign.Care, $"{rejected.Callback} turned away: {rejected.Reason}");
        stage.Fact($"turned away with {rejected.Status}");
        return default;
    }

    /// <summary>Waits for deliveries, whatever became of them.</summary>
    public async Task WaitAsync(int deliveries, CancellationToken cancellationToken)
    {
        for (var i = 0; i < deliveries; i++)
            await _deliveries.Reader.ReadAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task OnCallDialingAsync(CallDialing callback, CancellationToken cancellationToken) => ShowAsync(callback.EventType, "dialing");

    /// <inheritdoc/>
    public Task OnCallAlertingAsync(CallAlerting callback, CancellationToken cancellationToken) => ShowAsync(callback.EventType, "the phone rings");

    /// <inheritdoc/>
    public Task OnCallAnsweredAsync(CallAnswered callback, CancellationToken cancellationToken) => ShowAsync(callback.EventType, "answered");

    /// <inheritdoc/>
    public Task OnDigitsCollectedAsync(DigitsCollected callback, CancellationToken cancellationToken) =>
        ShowAsync(callback.EventType, $"the called party typed {callback.StatusInfo.DigitInfo}");

    /// <inheritdoc/>
    public Task OnCallDisconnectedAsync(CallDisconnected callback, CancellationToken cancellationToken) =>
        ShowAsync(callback.EventType, $"{(int)callback.StatusInfo.StateCode}: {callback.StatusInfo.StateDesc}");

    /// <inheritdoc/>
    public Task OnFeeNotificationAsync(FeeNotification callback, CancellationToken cancellationToken)
    {
        var calls = callback.FeeLst.Select(static record => record.SessionId).Distinct(StringComparer.Ordinal).Count();
        Interlocked.Increment(ref _received);
        stage.Event(System, callback.FeeLst.Count == 1 ? "1 fee record" : $"{callback.FeeLst.Count} fee records", calls == 1 ? "of one call" : $"of {calls} calls, in one message");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task OnUnknownAsync(UnknownCallback callback, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _received);
        stage.Event(System, "unknown callback", callback.Webhook);
        return Task.CompletedTask;
    }

    private Task ShowAsync(CallEventType type, string text)
    {
        Interlocked.Increment(ref _received);
        stage.Event(System, type.ToWire(), text);
        return Task.CompletedTask;
    }
}
