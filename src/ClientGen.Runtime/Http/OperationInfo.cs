namespace ClientGen.Http;

/// <summary>What the runtime knows of an operation. Made once and shared.</summary>
public sealed class OperationInfo
{
    /// <summary>Makes the description.</summary>
    /// <param name="id">The contract's operationId.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path template below the server's path, such as <c>/pets/{petId}</c>.</param>
    public OperationInfo(string id, HttpMethod method, string path)
    {
        Id = id;
        Method = method;
        Path = new(path);
    }

    /// <summary>The contract's operationId.</summary>
    public string Id { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>Alternatives of credentials, the preferred one first; each is a set of scheme names that are all needed.</summary>
    /// <value>Default: none needed.</value>
    public string[][] Security { get; init; } = [];

    /// <summary>How long the client waits for the answer, in milliseconds.</summary>
    /// <value><c>null</c> for the ordinary deadline, <see cref="ApiClientOptions.Deadline"/>.</value>
    public int? DeadlineMilliseconds { get; init; }

    /// <summary>Statuses that mean "the credentials are stale": they are renewed and the call is sent once more.</summary>
    /// <value>Default: 401.</value>
    public int[] RenewOn { get; init; } = [401];

    /// <summary>The media types that are asked for.</summary>
    /// <value><c>null</c> to send no <c>Accept</c> header.</value>
    public string? Accept { get; init; }

    /// <summary>The name of the server it goes to.</summary>
    /// <value><c>null</c> for the client's own server.</value>
    public string? Server { get; init; }

    /// <summary>Whether a successful answer is handed on as a stream instead of being read into memory.</summary>
    /// <value>Default <c>false</c>.</value>
    public bool StreamsAnswer { get; init; }

    internal PathTemplate Path { get; }

    /// <summary>What the first client that lives made of it.</summary>
    internal WeakReference<OperationPlan>? Plan { get; set; }
}
