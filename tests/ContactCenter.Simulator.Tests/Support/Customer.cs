using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactCenter.Simulator.Tests.Support;

/// <summary>A customer's web client, as plain as possible.</summary>
public sealed class Customer : IDisposable
{
    public const string Messaging = "/apiaccess/ccmessaging";
    public const string Calls = "/apiaccess/ccmessaging/v1";
    private const string SignInPath = "/apigovernance/api/oauth/tokenByAkSk";

    private readonly HttpClient _http;

    public Customer(SimulatorHost simulator, string userId = "visitor-1", string? scenario = null)
    {
        UserId = userId;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = simulator.Url, Timeout = TimeSpan.FromSeconds(30) };
        if (scenario is not null)
            _http.DefaultRequestHeaders.Add("X-Simulator-Scenario", scenario);
    }

    public string UserId { get; }

    public string AccessToken { get; set; } = "";

    public string MessagingToken { get; set; } = "";

    public string AppKey { get; set; } = "example-app-key";

    public static async Task<Customer> SignedInAsync(SimulatorHost simulator, string userId = "visitor-1", string? scenario = null)
    {
        var customer = new Customer(simulator, userId, scenario);
        await customer.SignInAsync();
        return customer;
    }

    public async Task SignInAsync(int seconds = 600)
    {
        AccessToken = (await GetTokenAsync(seconds))["AccessToken"]!;
        MessagingToken = (await ApplyTokenAsync())["token"]!;
    }

    public Task<Reply> GetTokenAsync(int seconds, string secret = "example-app-secret") => SendAsync(
        HttpMethod.Post, SignInPath, $$"""{"app_key":"{{AppKey}}","app_secret":"{{secret}}"}""",
        request => request.Headers.Add("X-Token-Expire", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public Task<Reply> ApplyTokenAsync() => PostAsync(
        $"{Messaging}/applyToken", $$"""{"userId":"{{UserId}}","userName":"Visitor","channelId":"channel-1","locale":"zh"}""");

    public Task<Reply> SendMessageAsync(string controlType, string operation = "send") => PostAsync(
        $"{Messaging}/{operation}",
        $$"""{"channel":"WEB","content":"start","controlType":"{{controlType}}","from":"{{UserId}}","mediaType":"TEXT","sourceType":"CUSTOMER","to":"channel-1"}""");

    public Task<Reply> PollChatAsync() => GetAsync($"{Messaging}/poll?receiverId={UserId}&channel=WEB");

    public Task<Reply> CheckSupportAsync() => GetAsync($"{Calls}/checkClickToCallSupport?channel=WEB");

    public Task<Reply> CreateCallAsync() => PostAsync($"{Calls}/createClickToCall", """{"channel":"WEB","mediaAbility":"0"}""");

    public Task<Reply> PollCallAsync() => PollCallUntilAsync(CancellationToken.None);

    /// <summary>Polls and gives up when told to.</summary>
    public Task<Reply> PollCallUntilAsync(CancellationToken givenUp) => GetAsync($"{Calls}/getClickToCallEvents?channel=WEB", givenUp);

    public Task<Reply> DropCallAsync() => PostAsync($"{Calls}/dropClickToCall", """{"channel":"WEB"}""");

    /// <summary>Polls until the call ends.</summary>
    /// <returns>The event ids; null for an answer without one.</returns>
    public async Task<IReadOnlyList<int?>> PollToTheEndAsync()
    {
        var events = new List<int?>();
        for (var polls = 0; polls < 100; polls++)
        {
            var reply = await PollCallAsync();
            Assert.Equal("0", reply["resultCode"]);
            events.Add(reply.Body!["eventId"]?.GetValue<int>());
            if (events[^1] is 168103 or 168105 or 168110)
                return events;
        }

        throw new InvalidOperationException("The call did not end.");
    }

    public Task<Reply> GetAsync(string path, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Get, path, null, Credentials, cancellationToken);

    public Task<Reply> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json, Credentials);

    public async Task<Reply> SendAsync(
        HttpMethod method, string path, string? json, Action<HttpRequestMessage>? prepare = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        prepare?.Invoke(request);
        using var response = await _http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return new Reply(
            response.StatusCode,
            text.Length == 0 || response.Content.Headers.ContentType?.MediaType != "application/json" ? null : JsonNode.Parse(text),
            response.Headers.ToDictionary(static header => header.Key, static header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public void Credentials(HttpRequestMessage request)
    {
        request.Headers.Add("x-app-key", AppKey);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {AccessToken}");
        if (MessagingToken.Length > 0)
            request.Headers.Add("ccmessaging-token", MessagingToken);
    }

    public void Dispose() => _http.Dispose();
}
