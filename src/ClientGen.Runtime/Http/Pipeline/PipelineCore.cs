using System.Collections.Concurrent;

namespace ClientGen.Http;

/// <summary>What all pipelines of one client share: its options as they were when it was built, and what follows from them.</summary>
internal sealed class PipelineCore
{
    private readonly HttpMessageInvoker _invoker;
    private readonly HttpClient? _client;
    private readonly string _ownServer;
    private readonly Dictionary<string, string> _servers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SecurityScheme> _schemes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<OperationInfo, OperationPlan> _plans = new();
    private readonly Dictionary<string, TimeSpan>? _deadlines;
    private readonly TimeSpan _deadline;

    public PipelineCore(HttpMessageInvoker invoker, ClientInfo client, ApiClientOptions options, bool invokerAuthenticates)
    {
        options.Validate();
        _invoker = invoker;
        _client = invoker as HttpClient;
        if (_client is not null)
            CheckTimeout(_client, client);
        Client = client;
        InvokerAuthenticates = invokerAuthenticates;
        _deadline = options.Deadline;
        _deadlines = options.Deadlines.Count > 0 ? new(options.Deadlines, StringComparer.Ordinal) : null;
        _ownServer = OwnServer(client, options.BaseAddress ?? _client?.BaseAddress);
        foreach (var server in client.Servers)
            _servers[server.Name] = server.Url.TrimEnd('/');
        foreach (var (name, address) in options.Servers)
            _servers[name] = Text(address);
        foreach (var scheme in client.Schemes)
            _schemes[scheme.Name] = scheme;

        Credentials = options.Credentials;
        Signers = new(options.Signers, StringComparer.Ordinal);
        Renews = options.RenewCredentials;
        MaxAnswerBytes = options.MaxAnswerBytes;
        KeptAnswerBytes = options.KeptAnswerBytes;
        Clock = options.TimeProvider;
        Jitter = options.Jitter;
        Streams = options.Streams.Copy();
        Log = new(client.Name, options.LoggerFactory);
    }

    public ClientInfo Client { get; }

    /// <summary>Whether credentials that are not there may come from the invoker.</summary>
    public bool InvokerAuthenticates { get; }

    public CredentialSource? Credentials { get; }

    public Dictionary<string, IRequestSigner> Signers { get; }

    public bool Renews { get; }

    public int MaxAnswerBytes { get; }

    public int KeptAnswerBytes { get; }

    public TimeProvider Clock { get; }

    public Func<double> Jitter { get; }

    public StreamOptions Streams { get; }

    public CallLog Log { get; }

    /// <summary>The <see cref="HttpClient"/>'s own limit.</summary>
    public TimeSpan ClientTimeout => _client?.Timeout ?? Timeout.InfiniteTimeSpan;

    /// <summary>What follows from the options for an operation.</summary>
    /// <exception cref="InvalidOperationException">The operation's server has no absolute address.</exception>
    public OperationPlan PlanOf(OperationInfo operation)
    {
        // Nearly always there is one client, which leaves its plan with the operation. Weakly: operations outlive clients.
        if (operation.Plan is not { } shortcut || !shortcut.TryGetTarget(out var plan))
            operation.Plan = new(plan = _plans.GetOrAdd(operation, static (key, core) => core.MakePlan(key), this));
        return plan.Core == this ? plan : _plans.GetOrAdd(operation, static (key, core) => core.MakePlan(key), this);
    }

    private OperationPlan MakePlan(OperationInfo operation) => new(
        this, operation, ServerOf(operation), DeadlineOf(operation), [.. operation.Security.Select(names => names.Select(SchemeOf).ToArray())]);

    private TimeSpan DeadlineOf(OperationInfo operation)
    {
        if (_deadlines is not null && _deadlines.TryGetValue(operation.Id, out var deadline))
            return deadline;
        return operation.DeadlineMilliseconds is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : _deadline;
    }

    private string ServerOf(OperationInfo operation)
    {
        if (operation.Server is null)
            return _ownServer;
        return _servers.TryGetValue(operation.Server, out var server) && IsAbsolute(server)
            ? server
            : throw new InvalidOperationException(
                $"The server '{operation.Server}' of {operation.Id} has no absolute address. Set {nameof(ApiClientOptions.Servers)}[\"{operation.Server}\"].");
    }

    // A name that the contract does not declare can only be a signer's.
    private SecurityScheme SchemeOf(string name) => _schemes.GetValueOrDefault(name) ?? new(name, SecurityKind.Custom);

#if NET
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        SendByClientAsync(message, cancellationToken);
#else
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var response = await SendByClientAsync(message, cancellationToken).ConfigureAwait(false);
        // Newer frameworks promise that there is one.
        response.Content ??= new ByteArrayContent([]);
        return response;
    }
#endif

    private Task<HttpResponseMessage> SendByClientAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        if (_client is null)
            return _invoker.SendAsync(message, cancellationToken);
#if NET
        message.Version = _client.DefaultRequestVersion;
        message.VersionPolicy = _client.DefaultVersionPolicy;
#endif
        // The other option would read the whole body, however large, before we see the first byte.
        return _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static void CheckTimeout(HttpClient http, ClientInfo client)
    {
        var longest = TimeSpan.FromMilliseconds(client.LongestPollMilliseconds);
        if (http.Timeout == Timeout.InfiniteTimeSpan || http.Timeout >= longest)
            return;
        throw new ArgumentException(
            FormattableString.Invariant($"The HttpClient's Timeout is {http.Timeout.TotalMilliseconds:0} ms, but ")
            + FormattableString.Invariant($"{client.Name} polls for up to {longest.TotalMilliseconds:0} ms. ")
            + "Set it to Timeout.InfiniteTimeSpan: the client keeps its own deadlines.",
            nameof(http));
    }

    private static string OwnServer(ClientInfo client, Uri? address)
    {
        var contract = client.Servers.Count > 0 ? client.Servers[0].Url.TrimEnd('/') : "";
        if (address is not null)
        {
            OptionChecks.Address(address, nameof(ApiClientOptions.BaseAddress));
            // A contract that names only a path leaves the host to us, and an address without a path leaves the path to it.
            var isPathOnly = contract.StartsWith('/') && !contract.StartsWith("//", StringComparison.Ordinal);
            return isPathOnly && address.AbsolutePath == "/" ? Text(address) + contract : Text(address);
        }

        return IsAbsolute(contract)
            ? contract
            : throw new ArgumentException(
                $"{client.Name} does not know its server: the contract names no absolute address. Set {nameof(ApiClientOptions.BaseAddress)}.",
                nameof(ApiClientOptions.BaseAddress));
    }

    private static bool IsAbsolute(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri is { Query: "", Fragment: "", UserInfo: "" };

    private static string Text(Uri address) => address.AbsoluteUri.TrimEnd('/');
}
