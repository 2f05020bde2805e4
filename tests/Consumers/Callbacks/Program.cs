using ClientGen;
using ClientGen.Callbacks;
using ContactCenter.Rtc;
using ContactCenter.Simulator;

await using var simulator = await SimulatorHost.StartAsync();
var aksk = new AkskOptions { AppKey = "example-app-key", AppSecret = "example-app-secret", TimeProvider = simulator.Clock };

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
await using var app = builder.Build();
var receiver = new Receiver();
app.MapRtcVoiceCallbacks(receiver, new CallbackOptions { Verifier = new AkskCallbackVerifier(aksk) });
await app.StartAsync();
var own = new Uri(app.Urls.Single());

using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
var rtc = new RtcVoiceClient(invoker, new ApiClientOptions { BaseAddress = simulator.Url, TimeProvider = simulator.Clock }.UseAksk(aksk));
await rtc.CallVerifyAsync(new()
{
    DisplayNbr = "+8653159511234",
    CalleeNbr = "+8613500000001",
    LanguageType = LanguageType.Chinese,
    PreTone = "test.wav",
    VerifyCode = "0123",
    StatusUrl = new Uri(own, "callStatus"),
    FeeUrl = new Uri(own, "callFee"),
});
var records = await receiver.Fee.Task.WaitAsync(TimeSpan.FromSeconds(30));
Console.WriteLine($"fee records: {records}");
Console.WriteLine($"violations: {simulator.Violations.Count}");

internal sealed class Receiver : IRtcVoiceReceiver
{
    public TaskCompletionSource<int> Fee { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task OnCallDialingAsync(CallDialing callback, CancellationToken cancellationToken) => ShowAsync("callout");

    public Task OnCallAlertingAsync(CallAlerting callback, CancellationToken cancellationToken) => ShowAsync("alerting");

    public Task OnCallAnsweredAsync(CallAnswered callback, CancellationToken cancellationToken) => ShowAsync("answer");

    public Task OnDigitsCollectedAsync(DigitsCollected callback, CancellationToken cancellationToken) => ShowAsync("collectInfo");

    public Task OnCallDisconnectedAsync(CallDisconnected callback, CancellationToken cancellationToken) => ShowAsync("disconnect");

    public Task OnFeeNotificationAsync(FeeNotification callback, CancellationToken cancellationToken)
    {
        Fee.TrySetResult(callback.FeeLst.Count);
        return Task.CompletedTask;
    }

    public Task OnUnknownAsync(UnknownCallback callback, CancellationToken cancellationToken) => ShowAsync("unknown");

    private static Task ShowAsync(string call)
    {
        Console.WriteLine($"callback: {call}");
        return Task.CompletedTask;
    }
}
