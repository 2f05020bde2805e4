using System.ComponentModel;
using System.Net.ServerSentEvents;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Benchmarks.Transport;
using ClientGen;
using ContactCenter.VideoSignalling;

namespace Benchmarks.Streams;

/// <summary>Server-sent events from an HTTP answer in memory to typed events; all numbers are for one event.</summary>
[Description("SSE, one event")]
public class EventStreams
{
    private static readonly Uri Address = new("https://push.example.com/zzlp01//push-client/events");

    private readonly CancellationTokenSource _caller = new();
    private HttpClient _http = null!;
    private VideoSignallingClient _clientGen = null!;

    [GlobalSetup]
    public async Task Setup()
    {
        _http = MessagingServer.Bare(new CannedServer(VideoStream.Bytes(), "text/event-stream"));
        _clientGen = new(_http, new()
        {
            Credentials = new StaticCredentials(
            [
                new(VideoSignallingClient.Schemes.Token, "example-token"),
                new(VideoSignallingClient.Schemes.Account, "agent@example.com"),
                new(VideoSignallingClient.Schemes.SystemCode, "videoReview"),
            ]),
        });
        await CheckAgreement();
    }

    [Benchmark(Baseline = true, Description = "limit", OperationsPerInvoke = VideoStream.Events)]
    public Task<int> Limit() => Count(LimitAsync());

    [Benchmark(Description = "ClientGen", OperationsPerInvoke = VideoStream.Events)]
    public Task<int> ClientGen() => Count(_clientGen.EventsAsync(_caller.Token));

    [Benchmark(Description = "SseParser + hand-written JSON", OperationsPerInvoke = VideoStream.Events)]
    public Task<int> Parser() => Count(ParserAsync());

    [Benchmark(Description = "SseParser + source-gen", OperationsPerInvoke = VideoStream.Events)]
    public Task<int> ParserSourceGen() => Count(ParserSourceGenAsync());

    [Benchmark(Description = "ReadLine + source-gen", OperationsPerInvoke = VideoStream.Events)]
    public Task<int> ReadLineSourceGen() => Count(ReadLineAsync());

    private static async Task<int> Count<T>(IAsyncEnumerable<T> events)
    {
        var count = 0;
        await foreach (var _ in events.ConfigureAwait(false))
        {
            // A reader of an open stream has no end to wait for.
            if (++count == VideoStream.Events)
                break;
        }

        return count == VideoStream.Events ? count : throw new InvalidOperationException($"{count} events came instead of {VideoStream.Events}.");
    }

    private async IAsyncEnumerable<VideoEvent> LimitAsync()
    {
        using var response = await OpenAsync().ConfigureAwait(false);
        var stream = await response.Content.ReadAsStreamAsync(_caller.Token).ConfigureAwait(false);
        await foreach (var one in new LimitEventStream(stream).ReadAsync(_caller.Token).ConfigureAwait(false))
            yield return one;
    }

    private async IAsyncEnumerable<VideoEvent> ParserAsync()
    {
        using var response = await OpenAsync().ConfigureAwait(false);
        var stream = await response.Content.ReadAsStreamAsync(_caller.Token).ConfigureAwait(false);
        await foreach (var item in SseParser.Create(stream, static (_, data) => LimitEventReader.Read(data)).EnumerateAsync(_caller.Token).ConfigureAwait(false))
            yield return item.Data;
    }

    private async IAsyncEnumerable<FlatEvent> ParserSourceGenAsync()
    {
        using var response = await OpenAsync().ConfigureAwait(false);
        var stream = await response.Content.ReadAsStreamAsync(_caller.Token).ConfigureAwait(false);
        var events = SseParser.Create(stream, static (_, data) => JsonSerializer.Deserialize(data, EventJson.Default.FlatEvent)!);
        await foreach (var item in events.EnumerateAsync(_caller.Token).ConfigureAwait(false))
            yield return item.Data;
    }

    /// <summary>As in most samples on the net.</summary>
    private async IAsyncEnumerable<FlatEvent> ReadLineAsync()
    {
        using var response = await OpenAsync().ConfigureAwait(false);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(_caller.Token).ConfigureAwait(false));
        while (await lines.ReadLineAsync(_caller.Token).ConfigureAwait(false) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
                yield return JsonSerializer.Deserialize(line["data:".Length..], EventJson.Default.FlatEvent)!;
        }
    }

    private async Task<HttpResponseMessage> OpenAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _caller.Token).ConfigureAwait(false);
        return response.EnsureSuccessStatusCode();
    }

    private async Task CheckAgreement()
    {
        Agreement.Check(
            "The events",
            ("limit", await Text(LimitAsync(), Says)),
            ("SseParser + hand-written JSON", await Text(ParserAsync(), Says)),
            ("SseParser + source-gen", await Text(ParserSourceGenAsync(), Says)),
            ("ReadLine + source-gen", await Text(ReadLineAsync(), Says)),
            ("ClientGen", await Text(_clientGen.EventsAsync(_caller.Token), Says)));
    }

    private static async Task<string> Text<T>(IAsyncEnumerable<T> events, Func<T, string> says)
    {
        var text = new System.Text.StringBuilder();
        var count = 0;
        await foreach (var one in events.ConfigureAwait(false))
        {
            text.AppendLine(says(one));
            if (++count == VideoStream.Events)
                break;
        }

        return text.ToString();
    }

    private static string Says(VideoEvent one) => one switch
    {
        CallEvent call => $"{call.Kind} {call.Data.Sid} {call.Data.MsgType}",
        StateChanged changed => $"{changed.State}",
        CommandFailed failed => $"{failed.Code}",
        _ => throw new InvalidOperationException($"{one} should not be in the stream."),
    };

    private static string Says(VideoSignallingEvent one) => one switch
    {
        IncomingCall call => $"{CallEventKind.IncomingCall} {call.Data.Sid} {(int?)call.Data.MsgType}",
        IncomingCallHangup call => $"{CallEventKind.Hangup} {call.Data?.Sid} {(int?)call.Data?.MsgType}",
        ExchangeCall call => $"{CallEventKind.HandOver} {call.Data.Sid} {(int?)call.Data.MsgType}",
        AddCall call => $"{CallEventKind.ThirdParty} {call.Data?.Sid} {(int?)call.Data?.MsgType}",
        StateChange changed => $"{changed.Data.State}",
        HttpBack failed => $"{(int?)failed.Data?.Code}",
        _ => throw new InvalidOperationException($"{one} should not be in the stream."),
    };

    private static string Says(FlatEvent one) => one.Type switch
    {
        "STATE_CHANGE" => $"{one.Data?.State}",
        "HTTP_BACK" => $"{one.Data?.Code}",
        "INCOMING_CALL" => Says(one, CallEventKind.IncomingCall),
        "INCOMING_CALL_HANGUP" => Says(one, CallEventKind.Hangup),
        "EXCHANGE_CALL" => Says(one, CallEventKind.HandOver),
        "ADD_CALL" => Says(one, CallEventKind.ThirdParty),
        _ => throw new InvalidOperationException($"{one.Type} should not be in the stream."),
    };

    private static string Says(FlatEvent one, CallEventKind kind) => $"{kind} {one.Data?.Sid} {one.Data?.MsgType}";
}
