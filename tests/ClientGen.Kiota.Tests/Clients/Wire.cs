using System.Net;
using System.Text;

namespace ClientGen.Kiota.Tests.Clients;

/// <summary>The far end of the line: keeps what arrives, and answers what a test says.</summary>
internal sealed class Wire : HttpMessageHandler
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    public List<Arrival> Arrivals { get; } = [];

    public Wire Answers(string json, int status = 200) => Answers(_ => Task.FromResult(
        new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") }));

    public Wire Answers(Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var headers = request.Headers.NonValidated.Concat(request.Content is null ? [] : request.Content.Headers.NonValidated.AsEnumerable());
        Arrivals.Add(new(
            $"{request.Method} {request.RequestUri!.AbsoluteUri}",
            headers.Select(static header => $"{header.Key}: {header.Value}").Order(StringComparer.Ordinal).ToArray(),
            body is null ? null : Encoding.UTF8.GetString(body)));
        return await _answers.Dequeue()(cancellationToken);
    }
}

/// <summary>One request as it arrived.</summary>
internal sealed record Arrival(string Target, string[] Headers, string? Body);
