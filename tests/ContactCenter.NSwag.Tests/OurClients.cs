using System.Reflection;
using ClientGen;
using ContactCenter.Fabric;
using ContactCenter.Messaging;
using ContactCenter.Rtc;

namespace ContactCenter.NSwag.Tests;

/// <summary>Our clients over a handler. Only requests matter, so no answer is one that a contract knows.</summary>
internal sealed class OurClients
{
    /// <summary>What servers of these tests answer.</summary>
    public const int Answer = 418;

    private readonly Dictionary<Type, object> _clients;

    public OurClients(HttpMessageHandler handler)
    {
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var options = new ApiClientOptions
        {
            BaseAddress = new("http://localhost"),
            Credentials = new StaticCredentials([new(CcMessagingClient.Schemes.AppKey, "a"), new(CcMessagingClient.Schemes.FabricBearer, "b"), new(CcMessagingClient.Schemes.MessagingToken, "c")]),
            Signers = { [RtcVoiceClient.Schemes.Aksk] = new Nobody() },
        };
        _clients = new()
        {
            [typeof(FabricClient)] = new FabricClient(http, options),
            [typeof(CcMessagingClient)] = new CcMessagingClient(http, options),
            [typeof(RtcVoiceClient)] = new RtcVoiceClient(http, options),
        };
    }

    /// <summary>Sends an operation's request.</summary>
    public async Task SendAsync(MethodInfo operation, object?[] arguments)
    {
        var call = (Task)operation.Invoke(_clients[operation.DeclaringType!], BindingFlags.DoNotWrapExceptions, null, [.. arguments, CancellationToken.None], null)!;
        var error = await Record.ExceptionAsync(() => call);
        var answer = error as ApiException ?? throw new InvalidOperationException($"{operation.Name} did not get as far as an answer.", error);
        Assert.Equal(Answer, answer.Status);
    }

    /// <summary>Signs nothing: who calls is another matter.</summary>
    private sealed class Nobody : IRequestSigner
    {
        public ValueTask SignAsync(HttpRequestMessage request, string scheme, CancellationToken cancellationToken) => default;
    }
}
