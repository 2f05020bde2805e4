using Harbour;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace ClientGen.Kiota.Tests.Clients;

/// <summary>Authenticates as Kiota's providers do: a bearer token, unless somebody has put one there.</summary>
internal sealed class Pilot(Exception? refusal = null) : IAuthenticationProvider
{
    public Task AuthenticateRequestAsync(
        RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = default, CancellationToken cancellationToken = default)
    {
        if (refusal is not null)
            return Task.FromException(refusal);
        if (!request.Headers.ContainsKey("Authorization"))
            request.Headers.Add("Authorization", "Bearer kiota");
        return Task.CompletedTask;
    }

    /// <summary>A client over Kiota, with Kiota's own handlers.</summary>
    public static HarbourClient Client(Wire wire, ApiClientOptions? options = null, IAuthenticationProvider? provider = null, string? baseUrl = "https://harbour.example/v1/") =>
        new(new HttpClientRequestAdapter(provider ?? new Pilot(), httpClient: KiotaClientFactory.Create(wire)) { BaseUrl = baseUrl }, options);
}
