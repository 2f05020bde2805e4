using System.Globalization;
using ClientGen.Callbacks;

namespace ContactCenter.Rtc;

/// <summary>Checks that a callback comes from the RTC platform: its <c>X-AKSK</c> digest covers the URL, made with the application's secret.</summary>
/// <remarks>
/// Thread-safe. The digest covers the URL that the request of the call named (or the console presets); behind a proxy set
/// <see cref="CallbackOptions.PublicAddress"/> to the address under which the platform knows this application. The body is not covered by the
/// platform's digest.
/// </remarks>
public sealed class AkskCallbackVerifier : CallbackVerifier
{
    private readonly AkskOptions _options;
    private readonly TimeSpan _tolerance;

    /// <summary>Makes a verifier.</summary>
    /// <param name="options">Key, secret and clock.</param>
    /// <param name="tolerance">
    /// How far the <c>Created</c> time of a callback may be from the clock, more than 0; null for 15 minutes. The platform signs when it sends, so
    /// late repeats carry a fresh time.
    /// </param>
    /// <exception cref="ArgumentException">An option is missing or unusable.</exception>
    public AkskCallbackVerifier(AkskOptions options, TimeSpan? tolerance = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
        _tolerance = tolerance ?? TimeSpan.FromMinutes(15);
        if (_tolerance <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(tolerance), _tolerance, "A tolerance is more than 0.");
    }

    /// <inheritdoc/>
    public override ValueTask<CallbackVerdict> VerifyAsync(CallbackRequest request, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        new(Verify(request));

    private CallbackVerdict Verify(CallbackRequest request)
    {
        if (request.Header("X-AKSK") is not { } header)
            return CallbackVerdict.Forged("The X-AKSK header is missing.");
        if (Part(header, "Username") != _options.AppKey)
            return CallbackVerdict.Forged("The X-AKSK header names another application.");
        if (Part(header, "Nonce") is not { Length: > 0 and <= 128 } nonce || Part(header, "Created") is not { } created || Part(header, "PasswordDigest") is not { } digest)
            return CallbackVerdict.Forged("The X-AKSK header lacks Nonce, Created or PasswordDigest.");
        if (!IsFresh(created))
            return CallbackVerdict.Forged("The Created time of the X-AKSK header is too far from now.");

        // T14: two editions of the platform join the parts differently; both are genuine.
        var joined = AkskDigest.AreEqual(digest, AkskDigest.Of(_options.AppSecret, request.Url + nonce + created));
        var apart = AkskDigest.AreEqual(digest, AkskDigest.Of(_options.AppSecret, request.Url + "\n" + nonce + "\n" + created));
        return joined || apart ? CallbackVerdict.Genuine : CallbackVerdict.Forged("The digest of the X-AKSK header does not fit URL, nonce and time.");
    }

    private bool IsFresh(string created) =>
        DateTime.TryParseExact(created, AkskSigner.CreatedFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        && (_options.TimeProvider.GetUtcNow().UtcDateTime - time).Duration() <= _tolerance;

    // UsernameToken Username="…",PasswordDigest="…",Nonce="…",Created="…"; no value holds a double quote.
    private static string? Part(string header, string name)
    {
        var start = header.IndexOf(name + "=\"", StringComparison.Ordinal);
        if (start < 0)
            return null;
        start += name.Length + 2;
        var end = header.IndexOf('"', start);
        return end < 0 ? null : header[start..end];
    }
}
