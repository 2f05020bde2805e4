using System.Reflection;
using ContactCenter.NSwag.Tests.Generated.Fabric;
using ContactCenter.NSwag.Tests.Generated.Messaging;
using ContactCenter.NSwag.Tests.Generated.Rtc;

namespace ContactCenter.NSwag.Tests;

/// <summary>NSwag's clients over a handler.</summary>
internal sealed class NSwagClients
{
    private const string Address = "http://localhost/";

    private readonly Dictionary<Type, object> _clients;

    public NSwagClients(HttpMessageHandler handler)
    {
        var http = new HttpClient(handler);
        _clients = new()
        {
            [typeof(NSwagFabricClient)] = new NSwagFabricClient(http) { BaseUrl = Address },
            [typeof(NSwagMessagingClient)] = new NSwagMessagingClient(http) { BaseUrl = Address },
            [typeof(NSwagRtcClient)] = new NSwagRtcClient(http) { BaseUrl = Address },
        };
    }

    /// <summary>Sends an operation's request; the answer is one that no contract knows.</summary>
    public async Task SendAsync(MethodInfo operation, object?[] arguments)
    {
        var call = (Task)operation.Invoke(_clients[operation.DeclaringType!], BindingFlags.DoNotWrapExceptions, null, [.. arguments, CancellationToken.None], null)!;
        var answer = await Assert.ThrowsAnyAsync<Exception>(() => call);
        Assert.Equal((object?)OurClients.Answer, answer.GetType().GetProperty("StatusCode")?.GetValue(answer));
    }
}
