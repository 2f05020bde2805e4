using Microsoft.Extensions.Logging;

namespace ClientGen.Callbacks;

/// <summary>How callbacks are received. Read once, when the receiving side is built.</summary>
public sealed class CallbackOptions
{
    /// <summary>The largest body that is read.</summary>
    /// <value>1 KiB to 1 GiB, in bytes. Default 1 MiB.</value>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Checks who sent a callback.</summary>
    /// <value>Default <c>null</c>: callbacks whose contract names no security are received, all others are turned away with 401.</value>
    public CallbackVerifier? Verifier { get; set; }

    /// <summary>Whether callbacks are received unchecked although their contract names security.</summary>
    /// <remarks>For tests, and where a proxy checks them.</remarks>
    /// <value>Default <c>false</c>.</value>
    public bool AllowUnverified { get; set; }

    /// <summary>The address under which senders know this application.</summary>
    /// <remarks>For verifiers it takes the place of scheme, host and port in <see cref="CallbackRequest.Url"/>; its path comes first.</remarks>
    /// <value>An absolute http or https URL without query. Default <c>null</c>: requests arrive under the address that senders know.</value>
    public Uri? PublicAddress { get; set; }

    /// <summary>Remembers callbacks, so that a repeated one is acknowledged without bothering the receiver again.</summary>
    /// <value>Default: a <see cref="MemoryCallbackStore"/>. <c>null</c> gives every callback to the receiver.</value>
    public ICallbackStore? Store { get; set; } = new MemoryCallbackStore();

    /// <summary>Hears of every callback that was turned away, with its bytes.</summary>
    /// <value>Default <c>null</c>: nobody does. Its own exceptions are logged and change nothing.</value>
    public Func<RejectedCallback, CancellationToken, ValueTask>? OnRejected { get; set; }

    /// <summary>Where log lines go. They never hold bodies or headers.</summary>
    /// <value>Default <c>null</c>: nowhere.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it, its range and its value.</exception>
    public void Validate()
    {
        OptionChecks.Range(MaxBodyBytes, ApiClientConstants.LeastMaxAnswerBytes, ApiClientConstants.MostMaxAnswerBytes, nameof(MaxBodyBytes));
        OptionChecks.Address(PublicAddress, nameof(PublicAddress));
    }
}
