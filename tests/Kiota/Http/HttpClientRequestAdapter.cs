using System.Net;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;

namespace Microsoft.Kiota.Http.HttpClientLibrary;

/// <summary>Sends by an HttpClient after the provider has authenticated; a response handler takes the answer before anybody judges it.</summary>
public class HttpClientRequestAdapter(IAuthenticationProvider authenticationProvider, HttpClient? httpClient = null) : IRequestAdapter
{
    private readonly HttpClient _client = httpClient ?? KiotaClientFactory.Create();
    private string? _baseUrl = httpClient?.BaseAddress?.ToString().TrimEnd('/');

    public ISerializationWriterFactory SerializationWriterFactory => throw new NotSupportedException();

    public string? BaseUrl
    {
        get => _baseUrl;
        set => _baseUrl = value?.TrimEnd('/');
    }

    public void EnableBackingStore(IBackingStoreFactory backingStoreFactory) => throw new NotSupportedException();

    public async Task<ModelType?> SendPrimitiveAsync<ModelType>(
        RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default, CancellationToken cancellationToken = default)
    {
        var handler = requestInfo.GetRequestOption<ResponseHandlerOption>()?.ResponseHandler
            ?? throw new NotSupportedException("Nothing in ClientGen judges answers by Kiota.");
        await authenticationProvider.AuthenticateRequestAsync(requestInfo, null, cancellationToken);
        using var message = Message(requestInfo);
        var completion = typeof(ModelType) == typeof(Stream) ? HttpCompletionOption.ResponseHeadersRead : HttpCompletionOption.ResponseContentRead;
        var response = await _client.SendAsync(message, completion, cancellationToken);
        requestInfo.Content.Dispose();
        return await handler.HandleResponseAsync<HttpResponseMessage, ModelType>(response, errorMapping);
    }

    public Task<ModelType?> SendAsync<ModelType>(
        RequestInformation requestInfo, ParsableFactory<ModelType> factory, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default)
        where ModelType : IParsable => throw new NotSupportedException();

    public Task<IEnumerable<ModelType>?> SendCollectionAsync<ModelType>(
        RequestInformation requestInfo, ParsableFactory<ModelType> factory, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default)
        where ModelType : IParsable => throw new NotSupportedException();

    public Task<IEnumerable<ModelType>?> SendPrimitiveCollectionAsync<ModelType>(
        RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task SendNoContentAsync(
        RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<T?> ConvertToNativeRequestAsync<T>(RequestInformation requestInfo, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    private static HttpRequestMessage Message(RequestInformation information)
    {
        var message = new HttpRequestMessage(new HttpMethod(information.HttpMethod.ToString()), information.URI) { Version = HttpVersion.Version20 };
        foreach (var option in information.RequestOptions)
            message.Options.Set(new HttpRequestOptionsKey<IRequestOption>(option.GetType().FullName!), option);
        if (information.Content != Stream.Null)
            message.Content = new StreamContent(information.Content);
        foreach (var (name, values) in information.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, values))
                message.Content?.Headers.TryAddWithoutValidation(name, values);
        }

        return message;
    }
}
