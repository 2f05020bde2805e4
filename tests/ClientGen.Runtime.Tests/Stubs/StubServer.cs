using System.Net;
using System.Text;

namespace ClientGen.Tests.Stubs;

/// <summary>A request as it arrived.</summary>
internal sealed record Seen(string Method, string Url, Dictionary<string, string> Headers, string Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>A server in memory: answers in the order given, and keeps what it was asked.</summary>
internal sealed class StubServer : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    public List<Seen> Requests { get; } = [];

    public StubServer Answers(int status, string body = "", string contentType = "application/json", params (string Name, string Value)[] headers) =>
        Answers(_ => Response(status, new ByteArrayContent(Encoding.UTF8.GetBytes(body)), contentType, headers));

    public StubServer Answers(Func<HttpRequestMessage, HttpResponseMessage> answer) => Does((request, _) => Task.FromResult(answer(request)));

    /// <summary>A body that is read as the test wants.</summary>
    public StubServer Streams(int status, Stream body, string contentType, params (string Name, string Value)[] headers) =>
        Answers(_ => Response(status, new StreamContent(body), contentType, headers));

    /// <summary>Never answers; ends when the caller gives up.</summary>
    public StubServer Hangs() => Does(async (_, token) =>
    {
        await Task.Delay(Timeout.Infinite, token);
        throw new InvalidOperationException();
    });

    public StubServer Breaks(Exception? error = null) => Does((_, _) => Task.FromException<HttpResponseMessage>(error ?? new HttpRequestException("Connection refused")));

    public StubServer Does(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        lock (_answers)
            _answers.Enqueue(answer);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default)
            .ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer;
        lock (_answers)
        {
            Requests.Add(new(request.Method.Method, request.RequestUri!.OriginalString, headers, body));
            answer = _answers.Count > 0
                ? _answers.Dequeue()
                : throw new InvalidOperationException($"No answer is left for {request.Method} {request.RequestUri}.");
        }

        var response = await answer(request, cancellationToken);
        response.RequestMessage = request;
        return response;
    }

    private static HttpResponseMessage Response(int status, HttpContent content, string contentType, (string Name, string Value)[] headers)
    {
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = content };
        foreach (var (name, value) in headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
                content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
