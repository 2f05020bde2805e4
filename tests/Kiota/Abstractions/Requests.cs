using System.Collections;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;

namespace Microsoft.Kiota.Abstractions;

public interface IRequestAdapter
{
    ISerializationWriterFactory SerializationWriterFactory { get; }

    string? BaseUrl { get; set; }

    void EnableBackingStore(IBackingStoreFactory backingStoreFactory);

    Task<ModelType?> SendAsync<ModelType>(
        RequestInformation requestInfo, ParsableFactory<ModelType> factory, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default)
        where ModelType : IParsable;

    Task<IEnumerable<ModelType>?> SendCollectionAsync<ModelType>(
        RequestInformation requestInfo, ParsableFactory<ModelType> factory, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default)
        where ModelType : IParsable;

    Task<ModelType?> SendPrimitiveAsync<ModelType>(
        RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default, CancellationToken cancellationToken = default);

    Task<IEnumerable<ModelType>?> SendPrimitiveCollectionAsync<ModelType>(
        RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default, CancellationToken cancellationToken = default);

    Task SendNoContentAsync(
        RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default, CancellationToken cancellationToken = default);

    Task<T?> ConvertToNativeRequestAsync<T>(RequestInformation requestInfo, CancellationToken cancellationToken = default);
}

public enum Method
{
    GET,
    POST,
    PATCH,
    DELETE,
    OPTIONS,
    PUT,
    HEAD,
    CONNECT,
    TRACE,
}

public interface IRequestOption;

public interface IResponseHandler
{
    Task<ModelType?> HandleResponseAsync<NativeResponseType, ModelType>(NativeResponseType response, Dictionary<string, ParsableFactory<IParsable>>? errorMappings);
}

public class NativeResponseHandler : IResponseHandler
{
    public object? Value;

    public Dictionary<string, ParsableFactory<IParsable>>? ErrorMappings { get; set; }

    public Task<ModelType?> HandleResponseAsync<NativeResponseType, ModelType>(
        NativeResponseType response, Dictionary<string, ParsableFactory<IParsable>>? errorMappings)
    {
        Value = response;
        ErrorMappings = errorMappings;
        return Task.FromResult(default(ModelType));
    }
}

public class ResponseHandlerOption : IRequestOption
{
    public IResponseHandler? ResponseHandler { get; set; }
}

/// <summary>Names in any case; values once each, and for some names only one.</summary>
public class RequestHeaders : IEnumerable<KeyValuePair<string, IEnumerable<string>>>
{
    private static readonly HashSet<string> Single = new(StringComparer.OrdinalIgnoreCase) { "Content-Type", "Content-Encoding", "Content-Length" };

    private readonly Dictionary<string, List<string>> _headers = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> this[string key] => _headers[key];

    public void Add(string headerName, params string[] headerValues)
    {
        ArgumentException.ThrowIfNullOrEmpty(headerName);
        if (!_headers.TryGetValue(headerName, out var values))
            _headers.Add(headerName, values = []);
        if (Single.Contains(headerName))
            values.Clear();
        foreach (var value in headerValues.Where(value => !values.Contains(value)))
            values.Add(value);
    }

    public bool ContainsKey(string key) => _headers.ContainsKey(key);

    public IEnumerator<KeyValuePair<string, IEnumerable<string>>> GetEnumerator() =>
        _headers.Select(static header => new KeyValuePair<string, IEnumerable<string>>(header.Key, header.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public class RequestInformation
{
    private readonly Dictionary<string, IRequestOption> _options = [];
    private Uri? _uri;

    public Uri URI
    {
        get => _uri ?? throw new InvalidOperationException("There is no address.");
        set => _uri = value;
    }

    public string? UrlTemplate { get; set; }

    public IDictionary<string, object> PathParameters { get; set; } = new Dictionary<string, object>();

    public IDictionary<string, object> QueryParameters { get; set; } = new Dictionary<string, object>();

    public Method HttpMethod { get; set; }

    public RequestHeaders Headers { get; } = [];

    public Stream Content { get; set; } = Stream.Null;

    public IEnumerable<IRequestOption> RequestOptions => _options.Values;

    public void AddRequestOptions(IEnumerable<IRequestOption> options)
    {
        foreach (var option in options)
            _options[option.GetType().FullName!] = option;
    }

    public T? GetRequestOption<T>() => _options.TryGetValue(typeof(T).FullName!, out var option) ? (T)option : default;
}
