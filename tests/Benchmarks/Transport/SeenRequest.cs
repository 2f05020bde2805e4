using System.Net;
using System.Text.Json.Nodes;

namespace Benchmarks.Transport;

/// <summary>What a peer sent, in a form that does not depend on how it was written.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Address">The whole address.</param>
/// <param name="Credentials">The values of the three credential headers.</param>
/// <param name="Body">JSON without members that are null; empty when there is none.</param>
internal sealed record SeenRequest(string Method, string Address, string Credentials, string Body)
{
    public static async Task<SeenRequest> OfAsync(HttpRequestMessage request) => new(
        request.Method.Method,
        request.RequestUri!.AbsoluteUri,
        string.Join(" | ", MessagingServer.CredentialHeaders.Select(name => $"{name}: {string.Join(",", request.Headers.GetValues(name))}")),
        request.Content is { } content ? Normal(await content.ReadAsStringAsync()) : "");

    private static string Normal(string json)
    {
        var members = JsonNode.Parse(json)!.AsObject();
        return string.Join(", ", members.Where(m => m.Value is not null).OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}={m.Value!.ToJsonString()}"));
    }
}

/// <summary>Remembers the last request, then answers like <see cref="CannedServer"/>. For checks, not for measuring.</summary>
internal sealed class RecordingServer(byte[] answer) : HttpMessageHandler
{
    public SeenRequest? Last { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Last = await SeenRequest.OfAsync(request);
        var content = new ByteArrayContent(answer);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return new(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
