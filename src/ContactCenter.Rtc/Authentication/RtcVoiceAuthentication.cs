using ClientGen;

namespace ContactCenter.Rtc;

/// <summary>Sets clients of RTC voice up for the AKSK scheme.</summary>
public static class RtcVoiceAuthentication
{
    /// <summary>The contract's name of the scheme.</summary>
    private const string Scheme = "aksk";

    /// <summary>Signs every call with an application's key and secret.</summary>
    /// <param name="options">The client's options.</param>
    /// <param name="aksk">The key and secret.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentException">A key or secret is missing or unusable.</exception>
    public static ApiClientOptions UseAksk(this ApiClientOptions options, AkskOptions aksk)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Signers[Scheme] = new AkskSigner(aksk);
        return options;
    }
}
