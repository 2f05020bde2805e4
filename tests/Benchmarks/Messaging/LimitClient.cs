using System.Net;

namespace Benchmarks.Messaging;

/// <summary>
/// The limit: the two calls written by hand for speed, with everything that a careful person would not leave out. Own deadline beside the
/// caller's cancellation, three credential headers, status, bounded body, result code, and a look at the header with the rotated token.
/// </summary>
internal sealed class LimitClient(HttpClient http, string server, string appKey, string accessToken, string messagingToken)
{
    private const int MaxAnswerBytes = 16 * 1024 * 1024;

    private static readonly Func<ReadOnlySpan<byte>, PollAnswer> ReadPoll = LimitCodec.ReadPoll;
    private static readonly Func<ReadOnlySpan<byte>, SendResult> ReadSend = LimitCodec.ReadSend;

    private readonly string _pollAddress = server + "/apiaccess/ccmessaging/v1/getClickToCallEvents?channel=";
    private readonly Uri _sendAddress = new(server + "/apiaccess/ccmessaging/send");
    private readonly string _authorization = "Bearer " + accessToken;
    private string _messagingToken = messagingToken;

    // The address of the last poll: a line polls the same one all day.
    private PollAddress? _lastPoll;

    /// <summary>Waits for the next event of the call.</summary>
    public Task<PollAnswer> PollAsync(string channel, CancellationToken cancellationToken)
    {
        if (_lastPoll is not { } last || last.Channel != channel)
            _lastPoll = last = new(channel, new Uri(_pollAddress + Uri.EscapeDataString(channel)));
        var message = new HttpRequestMessage(HttpMethod.Get, last.Address);
        return ExchangeAsync(message, null, Transport.MessagingServer.PollDeadline, ReadPoll, cancellationToken);
    }

    /// <summary>Sends a message.</summary>
    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var body = LimitBuffer.Rent();
        var writer = LimitBuffer.Writer(body);
        LimitCodec.Write(writer, message);
        writer.Flush();
        var content = new ReadOnlyMemoryContent(body.Memory);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, _sendAddress) { Content = content };
        return ExchangeAsync(request, body, Transport.MessagingServer.CallDeadline, ReadSend, cancellationToken);
    }

    private async Task<T> ExchangeAsync<T>(
        HttpRequestMessage request, LimitBuffer? body, TimeSpan deadline, Func<ReadOnlySpan<byte>, T> read, CancellationToken cancellationToken)
    {
        // Disposing the request would do nothing: its content holds a buffer that is used again.
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("Authorization", _authorization);
        request.Headers.TryAddWithoutValidation("x-app-key", appKey);
        request.Headers.TryAddWithoutValidation("ccmessaging-token", _messagingToken);
        var timer = LimitDeadline.Start(deadline, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timer.Token).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.OK)
                throw new HttpRequestException($"Status {(int)response.StatusCode}", null, response.StatusCode);
            if (response.Headers.NonValidated.TryGetValues("ccmessaging-token", out var rotated))
                _messagingToken = rotated.ToString();
            var answer = LimitBuffer.Rent();
            answer.Limit = MaxAnswerBytes;
            await response.Content.CopyToAsync(answer, timer.Token).ConfigureAwait(false);
            var result = read(answer.Memory.Span);
            answer.Return();
            return result;
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer within {deadline}.", e);
        }
        finally
        {
            timer.Stop();
            body?.Return();
        }
    }

    private sealed record PollAddress(string Channel, Uri Address);
}
