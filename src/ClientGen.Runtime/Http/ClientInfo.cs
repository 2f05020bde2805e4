namespace ClientGen.Http;

/// <summary>A server that a contract names.</summary>
/// <param name="Name">The contract's or generator's name of it; the key in <see cref="ApiClientOptions.Servers"/>.</param>
/// <param name="Url">Its URL, absolute or a path, with the defaults of its variables filled in.</param>
public sealed record ServerInfo(string Name, string Url);

/// <summary>What the runtime knows of a generated client.</summary>
/// <param name="name">The client's class name; log category and telemetry tag.</param>
public sealed class ClientInfo(string name)
{
    /// <summary>The client's class name.</summary>
    public string Name { get; } = name;

    /// <summary>Servers; the first is the client's own.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<ServerInfo> Servers { get; init; } = [];

    /// <summary>Security schemes in use.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<SecurityScheme> Schemes { get; init; } = [];

    /// <summary>The longest time that an operation may legitimately take, in milliseconds: its longest long poll.</summary>
    /// <value>0 when it has none.</value>
    public int LongestPollMilliseconds { get; init; }
}
