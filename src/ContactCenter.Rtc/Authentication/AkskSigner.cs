using System.Globalization;
using ClientGen;

namespace ContactCenter.Rtc;

/// <summary>Signs requests to RTC voice: a constant <c>Authorization</c> header, and <c>X-AKSK</c> with a fresh digest each time.</summary>
/// <remarks>Thread-safe. Register it under the contract's scheme name; <see cref="RtcVoiceAuthentication.UseAksk"/> does.</remarks>
public sealed class AkskSigner : IRequestSigner
{
    internal const string AuthorizationHeader = "AKSK realm=\"SDP\",profile=\"UsernameToken\",type=\"Appkey\"";
    internal const string CreatedFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const int NonceBytes = 16;

    private readonly AkskOptions _options;

    /// <summary>Makes a signer.</summary>
    /// <param name="options">Key, secret, clock and chance.</param>
    /// <exception cref="ArgumentException">An option is missing or unusable.</exception>
    public AkskSigner(AkskOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
    }

    /// <inheritdoc/>
    public ValueTask SignAsync(HttpRequestMessage request, string scheme, CancellationToken cancellationToken)
    {
        var bytes = new byte[NonceBytes];
        _options.Random(bytes);
        var nonce = Convert.ToHexStringLower(bytes);

        // T14: UTC, as the code samples do; newer pages say UTC+8 and still write Z.
        var created = _options.TimeProvider.GetUtcNow().UtcDateTime.ToString(CreatedFormat, CultureInfo.InvariantCulture);
        var digest = AkskDigest.Of(_options.AppSecret, nonce + created);
        request.Headers.TryAddWithoutValidation("Authorization", AuthorizationHeader);
        request.Headers.TryAddWithoutValidation(
            "X-AKSK", $"UsernameToken Username=\"{_options.AppKey}\",PasswordDigest=\"{digest}\",Nonce=\"{nonce}\",Created=\"{created}\"");
        return default;
    }
}
