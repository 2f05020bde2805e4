using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Simulator.Tests.Support;

/// <summary>A callback as it arrived.</summary>
public sealed record Callback(string Path, string Body, string Authorization, string XAksk)
{
    public string EventType => JsonNode.Parse(Body)!["eventType"]!.GetValue<string>();
}

/// <summary>An application that asks for calls and has a server for callbacks.</summary>
public sealed class Application : IAsyncDisposable
{
    public const string Key = "example-app-key";
    public const string Secret = "example-app-secret";
    public const string Authorization = "AKSK realm=\"SDP\",profile=\"UsernameToken\",type=\"Appkey\"";

    private readonly WebApplication _server;
    private readonly HttpClient _http;
    private readonly ConcurrentQueue<Callback> _callbacks = new();

    private Application(WebApplication server, Uri simulator)
    {
        _server = server;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = simulator, Timeout = TimeSpan.FromSeconds(30) };
        Url = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    public string Url { get; }

    public string StatusUrl => $"{Url}/status";

    public string FeeUrl => $"{Url}/fee";

    /// <summary>Decides on the status of the answer to each callback, by the number of callbacks so far.</summary>
    public Func<Callback, int, int> Answer { get; set; } = static (_, _) => 200;

    public string AnswerBody { get; set; } = """{"resultcode":"0","resultdesc":"Success"}""";

    public IReadOnlyList<Callback> Callbacks => [.. _callbacks];

    public IEnumerable<string> EventTypes => Callbacks.Select(static callback => callback.EventType);

    public static async Task<Application> StartAsync(SimulatorHost simulator)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        Application? application = null;
        server.Run(context => application!.ReceiveAsync(context));
        await server.StartAsync();
        return application = new Application(server, simulator.Url);
    }

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static string Digest(string message, string secret = Secret) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(message)));

    public static string Token(string nonce = "abc123", string created = "2026-01-01T00:00:00Z", string key = Key, string secret = Secret) =>
        $"UsernameToken Username=\"{key}\",PasswordDigest=\"{Digest(nonce + created, secret)}\",Nonce=\"{nonce}\",Created=\"{created}\"";

    public Task<Reply> CallVerifyAsync(string? more = null) => PostAsync("/rest/httpsessions/callVerify/v1.0", Verification(more));

    public string Verification(string? more = null) =>
        $$"""
        {"displayNbr":"+8653159511234","calleeNbr":"+8613500000001","languageType":2,"preTone":"test.wav","verifyCode":"0123",
         "statusUrl":"{{Base64(StatusUrl)}}","feeUrl":"{{Base64(FeeUrl)}}","userData":"customerId123"{{more}}}
        """;

    public Task<Reply> NotifyAsync(int digits = 1) => PostAsync(
        "/rest/httpsessions/callnotify/v2.0",
        $$"""
        {"displayNbr":"+8653159511234","calleeNbr":"+8613500000001","playInfoList":[{"notifyVoice":"test.wav","collectInd":{{digits}}}],
         "statusUrl":"{{Base64(StatusUrl)}}","feeUrl":"{{Base64(FeeUrl)}}"}
        """);

    public Task<Reply> Click2CallAsync(string? more = null) => PostAsync(
        "/rest/httpsessions/click2Call/v2.0",
        $$"""
        {"displayNbr":"+8653159511234","callerNbr":"+8613500000001","displayCalleeNbr":"+8653159511235","calleeNbr":"+8613500000002",
         "statusUrl":"{{Base64(StatusUrl)}}","feeUrl":"{{Base64(FeeUrl)}}"{{more}}}
        """);

    public Task<Reply> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json, Authorization, Token());

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, Authorization, Token());

    public async Task<Reply> SendAsync(HttpMethod method, string path, string? json, string? authorization, string? xAksk)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (xAksk is not null)
            request.Headers.TryAddWithoutValidation("X-AKSK", xAksk);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Reply(
            response.StatusCode,
            text.Length == 0 ? null : JsonNode.Parse(text),
            response.Headers.ToDictionary(static header => header.Key, static header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var callback = new Callback(
            context.Request.Path, await reader.ReadToEndAsync(), context.Request.Headers.Authorization.ToString(), context.Request.Headers["X-AKSK"].ToString());
        _callbacks.Enqueue(callback);
        context.Response.StatusCode = Answer(callback, _callbacks.Count);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = AnswerBody.Length;
        await context.Response.WriteAsync(AnswerBody);
    }
}
