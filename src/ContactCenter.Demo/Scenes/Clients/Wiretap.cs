using System.Diagnostics;
using System.Text.Json;

namespace ContactCenter.Demo;

/// <summary>Sits between the clients and the network and shows what passes: operations, statuses and result codes, no bodies.</summary>
internal sealed class Wiretap : DelegatingHandler
{
    // The generated clients name the operation of each call in their traces; without a listener there would be none.
    private static readonly ActivityListener Listener = new()
    {
        ShouldListenTo = static source => source.Name == "ClientGen",
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
    };

    private readonly Stage _stage;
    private int _signIns;

    static Wiretap() => ActivitySource.AddActivityListener(Listener);

    /// <summary>Makes a wiretap over a network connection of its own.</summary>
    public Wiretap(Stage stage)
        : base(new SocketsHttpHandler { AllowAutoRedirect = false }) => _stage = stage;

    /// <summary>How often somebody signed in.</summary>
    public int SignIns => Volatile.Read(ref _signIns);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var system = SystemOf(request.RequestUri!);
        var operation = Activity.Current is { Source.Name: "ClientGen" } call ? call.OperationName : request.RequestUri!.Segments[^1];
        _stage.Show(system, Sign.Request, $"{request.Method} {operation}");
        if (request.Headers.TryGetValues("Last-Event-ID", out var last))
            _stage.Event(system, $"resumed after event {last.First()}");
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
            var (sign, text) = await ReadAsync(response, cancellationToken);
            Tell(system, sign, $"{operation} {text}");
            Notice(system, operation, response);
            return response;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            response?.Dispose();
            Tell(system, Sign.Refusal, $"{operation} cut");
            throw;
        }
    }

    private static async Task<(Sign Sign, string Text)> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var sign = response.IsSuccessStatusCode ? Sign.Answer : Sign.Refusal;
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
            return (sign, $"{status}{(response.Content.Headers.ContentType is { } type ? " " + type.MediaType : "")}");
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        try
        {
            using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            var code = ResultCode(json.RootElement);
            return (code is null or "0" ? sign : Sign.Refusal, code is null ? $"{status}" : $"{status} result code {code}");
        }
        catch (JsonException)
        {
            return (Sign.Refusal, $"{status} broken JSON");
        }
    }

    // T5: three spellings.
    private static string? ResultCode(JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in (ReadOnlySpan<string>)["resultCode", "returnCode", "resultcode"])
            {
                if (body.TryGetProperty(name, out var code))
                    return code.ToString();
            }
        }

        return null;
    }

    private static string SystemOf(Uri address) => address.AbsolutePath.Split('/')[1] switch
    {
        "apigovernance" => "fabric",
        "apiaccess" => "messaging",
        "rest" => "rtc",
        _ => "video",
    };

    private void Tell(string system, Sign sign, string text)
    {
        _stage.Show(system, sign, text);
        if (sign == Sign.Refusal)
            _stage.Fact(text);
    }

    private void Notice(string system, string operation, HttpResponseMessage response)
    {
        if (operation == "applyToken" && response.IsSuccessStatusCode && Interlocked.Increment(ref _signIns) > 1)
            _stage.Event(system, "tokens renewed");
        if (response.Headers.Contains("ccmessaging-token"))
            _stage.Event(system, "token rotated");
    }
}
