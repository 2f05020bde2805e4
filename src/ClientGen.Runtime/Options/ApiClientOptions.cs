using Microsoft.Extensions.Logging;

namespace ClientGen;

/// <summary>How a generated client behaves. Read once, when the client is built.</summary>
public sealed class ApiClientOptions
{
    /// <summary>The server's address, with its base path.</summary>
    /// <value>An absolute http or https URL without query. <c>null</c> (default): the <c>HttpClient</c>'s address, else the contract's server.</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>Addresses of servers that some operations of the contract go to, by the contract's names.</summary>
    /// <value>Absolute http or https URLs without query. Default: none, the contract's addresses.</value>
    public IDictionary<string, Uri> Servers { get; } = new Dictionary<string, Uri>(StringComparer.Ordinal);

    /// <summary>How long an ordinary call may take from sending to the last byte of the answer.</summary>
    /// <value>More than 0, at most 1 hour, or <see cref="Timeout.InfiniteTimeSpan"/>. Default 30 seconds. Long polls have the contract's.</value>
    public TimeSpan Deadline { get; set; } = ApiClientConstants.Deadline;

    /// <summary>Deadlines of single operations, by operationId. They also win over the contract's.</summary>
    /// <value>Each as <see cref="Deadline"/>. Default: none.</value>
    public IDictionary<string, TimeSpan> Deadlines { get; } = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);

    /// <summary>The largest body that is read into memory.</summary>
    /// <value>1 KiB to 1 GiB, in bytes. Default 16 MiB. Bodies handed on as streams are not limited.</value>
    public int MaxAnswerBytes { get; set; } = ApiClientConstants.MaxAnswerBytes;

    /// <summary>How much of an unexpected body an exception keeps.</summary>
    /// <value>0 to 1 MiB, in bytes. Default 4096. Such bodies may hold personal data.</value>
    public int KeptAnswerBytes { get; set; } = ApiClientConstants.KeptAnswerBytes;

    /// <summary>Where credentials come from.</summary>
    /// <value>Default <c>null</c>: only operations that need none can be called.</value>
    public CredentialSource? Credentials { get; set; }

    /// <summary>Hand-written authentication for schemes of no standard kind, by the contract's scheme names.</summary>
    /// <value>Default: none.</value>
    public IDictionary<string, IRequestSigner> Signers { get; } = new Dictionary<string, IRequestSigner>(StringComparer.Ordinal);

    /// <summary>Whether a call is sent once more with fresh credentials when the server calls them stale.</summary>
    /// <value>Default <c>true</c>.</value>
    public bool RenewCredentials { get; set; } = true;

    /// <summary>The clock of deadlines, pauses and durations.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Chance for pauses between reconnects.</summary>
    /// <value>Gives numbers from 0 (included) to 1 (excluded); called from many threads. Default <c>Random.Shared</c>.</value>
    public Func<double> Jitter { get; set; } = Random.Shared.NextDouble;

    /// <summary>How event streams reconnect.</summary>
    /// <value>Default: see <see cref="StreamOptions"/>.</value>
    public StreamOptions Streams { get; set; } = new();

    /// <summary>Where log lines go. They name operations, statuses and durations; never URLs, headers, bodies or credentials.</summary>
    /// <value>Default <c>null</c>: nowhere.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it, its range and its value.</exception>
    public void Validate()
    {
        OptionChecks.Address(BaseAddress, nameof(BaseAddress));
        foreach (var (name, address) in Servers)
            OptionChecks.Address(address, $"{nameof(Servers)}[{name}]");
        OptionChecks.Deadline(Deadline, nameof(Deadline));
        foreach (var (operation, deadline) in Deadlines)
            OptionChecks.Deadline(deadline, $"{nameof(Deadlines)}[{operation}]");
        OptionChecks.Range(MaxAnswerBytes, ApiClientConstants.LeastMaxAnswerBytes, ApiClientConstants.MostMaxAnswerBytes, nameof(MaxAnswerBytes));
        OptionChecks.Range(KeptAnswerBytes, 0, ApiClientConstants.MostKeptAnswerBytes, nameof(KeptAnswerBytes));
        OptionChecks.Present(TimeProvider, nameof(TimeProvider));
        OptionChecks.Present(Jitter, nameof(Jitter));
        OptionChecks.Present(Streams, nameof(Streams));
        Streams.Validate();
    }
}
