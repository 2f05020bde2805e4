using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace ContactCenter.Simulator.Tests.Support;

/// <summary>An agent's program: one event stream, and commands.</summary>
public sealed class AgentProgram : IDisposable
{
    private const string Push = "/zzlp01//push-client/events";
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _closed = new(TimeSpan.FromSeconds(30));
    private readonly Channel<SseItem<string>> _events = Channel.CreateUnbounded<SseItem<string>>();

    public AgentProgram(SimulatorHost simulator, string account)
    {
        Account = account;
        _http = new HttpClient { BaseAddress = simulator.Url, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Add("account", account);
        _http.DefaultRequestHeaders.Add("systemCode", "videoReview");
    }

    public string Account { get; }

    /// <summary>The id of the event that was read last.</summary>
    public string LastEventId { get; private set; } = "";

    public static async Task<AgentProgram> ListeningAsync(SimulatorHost simulator, string account)
    {
        var agent = new AgentProgram(simulator, account);
        await agent.ListenAsync();
        return agent;
    }

    /// <summary>Opens the stream; returns when the server has accepted it.</summary>
    public async Task ListenAsync(string? lastEventId = null)
    {
        var response = await OpenAsync(lastEventId);
        _ = Task.Run(() => PumpAsync(response));
    }

    public async Task<HttpResponseMessage> OpenAsync(string? lastEventId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Push);
        request.Headers.Add("Accept", "text/event-stream");
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _closed.Token);
    }

    /// <summary>Reads the next event; null at the end of a stream that was cut.</summary>
    public async Task<JsonNode?> NextAsync()
    {
        var item = await _events.Reader.ReadAsync(_closed.Token);
        if (item.EventType == "cut")
            return null;
        LastEventId = item.EventId ?? LastEventId;
        return JsonNode.Parse(item.Data);
    }

    /// <summary>Reads the next events as type and what matters of the data.</summary>
    public async Task<IReadOnlyList<string>> NextAsync(int count)
    {
        var lines = new List<string>();
        for (var index = 0; index < count; index++)
            lines.Add(Line((await NextAsync())!));
        return lines;
    }

    /// <summary>Reads until an event of this type.</summary>
    public async Task<JsonNode> UntilAsync(string type)
    {
        while (true)
        {
            var next = await NextAsync() ?? throw new InvalidOperationException("The stream was cut.");
            if (next["type"]!.GetValue<string>() == type)
                return next;
        }
    }

    public Task<Reply> SidAsync(string command, string sid) => CommandAsync(command, $$"""{"sid":"{{sid}}"}""");

    public Task<Reply> InviteAsync(string command, string sid, string newer) => CommandAsync(command, $$"""{"sid":"{{sid}}","newer":"{{newer}}"}""");

    public async Task<Reply> CommandAsync(string command, string? json, string server = "rtv")
    {
        using var content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync($"/zzlp01/{server}/{command}", content, _closed.Token);
        var text = await response.Content.ReadAsStringAsync();
        return new Reply(response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), new Dictionary<string, string>());
    }

    public async Task<string> StateAsync() =>
        JsonNode.Parse(await _http.GetStringAsync("/zzlp01/dispatch/state", _closed.Token))!["state"]!.GetValue<string>();

    public void Dispose()
    {
        _closed.Cancel();
        _http.Dispose();
    }

    private static string Line(JsonNode message)
    {
        var data = message["data"];
        var detail = data?["state"] ?? data?["msgType"] ?? data?["code"];
        return detail is null ? message["type"]!.ToString() : $"{message["type"]} {detail}";
    }

    private async Task PumpAsync(HttpResponseMessage response)
    {
        using (response)
        {
            try
            {
                await using var stream = await response.Content.ReadAsStreamAsync(_closed.Token);
                await foreach (var item in SseParser.Create(stream).EnumerateAsync(_closed.Token))
                    _events.Writer.TryWrite(item);
            }
            catch (Exception) when (!_closed.IsCancellationRequested)
            {
                _events.Writer.TryWrite(new SseItem<string>("", "cut"));
            }
            catch (OperationCanceledException)
            {
                // The program was closed.
            }
        }
    }
}
