using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace Benchmarks.Messaging;

/// <summary>The two calls as most people write them well: <see cref="HttpClient"/> and System.Text.Json with source generation.</summary>
internal sealed class SourceGenClient(HttpClient http)
{
    public async Task<FlatPollAnswer> PollAsync(string channel, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"/apiaccess/ccmessaging/v1/getClickToCallEvents?channel={Uri.EscapeDataString(channel)}");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync(MessagingJson.Default.FlatPollAnswer, cancellationToken).ConfigureAwait(false);
        return answer is { ResultCode: "0" } ? answer : throw new FailedResultException(answer?.ResultCode, answer?.ResultDesc);
    }

    public async Task<FlatResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(
            "/apiaccess/ccmessaging/send", message, MessagingJson.Default.OutgoingMessage, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync(MessagingJson.Default.FlatResult, cancellationToken).ConfigureAwait(false);
        return answer is { ResultCode: "0" } ? answer : throw new FailedResultException(answer?.ResultCode, answer?.ResultDesc);
    }
}

/// <summary>All events in one class: cheaper for the serializer than a hierarchy, so the peer gets it.</summary>
internal sealed class FlatPollAnswer
{
    public string? ResultCode { get; set; }

    public string? ResultDesc { get; set; }

    public int? EventId { get; set; }

    public FlatContent? Content { get; set; }
}

internal sealed class FlatContent
{
    public string? Domain { get; set; }

    public List<string>? GwAddresses { get; set; }

    public string? AccessCode { get; set; }

    public string? ClickToCallCaller { get; set; }

    public int? CauseId { get; set; }

    public string? CauseDesc { get; set; }
}

internal sealed class FlatResult
{
    public string? ResultCode { get; set; }

    public string? ResultDesc { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FlatPollAnswer))]
[JsonSerializable(typeof(FlatResult))]
[JsonSerializable(typeof(OutgoingMessage))]
internal sealed partial class MessagingJson : JsonSerializerContext;
