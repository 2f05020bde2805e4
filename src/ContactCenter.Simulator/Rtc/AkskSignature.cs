using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ContactCenter.Simulator.Contracts;
using ContactCenter.Simulator.Hosting;
using ContactCenter.Simulator.Scenarios;

namespace ContactCenter.Simulator.Rtc;

/// <summary>The AKSK signature: two headers whose digest is an HMAC-SHA256 with the application's secret as key.</summary>
internal static partial class AkskSignature
{
    /// <summary>The Authorization header; it never changes.</summary>
    public const string Authorization = """AKSK realm="SDP",profile="UsernameToken",type="Appkey" """;

    private const string TimeForm = "yyyy-MM-ddTHH:mm:ssZ";

    /// <summary>Checks the headers of a request, fault by fault in the order of the reference.</summary>
    /// <returns>Null when the signature is right.</returns>
    public static CredentialRefusal? Check(HttpRequest request, ContractCall call) =>
        CheckAuthorization(request.Headers.Authorization.ToString()) ?? CheckToken(request.Headers["X-AKSK"].ToString(), call);

    /// <summary>Makes the headers of a callback, whose digest also covers the configured URL.</summary>
    /// <param name="application">Application id.</param>
    /// <param name="secret">Its secret.</param>
    /// <param name="url">The URL as the application configured it.</param>
    /// <param name="nonce">Letters and digits, new each time.</param>
    /// <param name="now">The time of sending.</param>
    /// <param name="digest">How the parts are joined.</param>
    public static string CallbackToken(string application, string secret, string url, string nonce, DateTimeOffset now, CallbackDigest digest)
    {
        var created = now.ToString(TimeForm, CultureInfo.InvariantCulture);
        var separator = digest == CallbackDigest.JoinedByLineFeeds ? "\n" : "";
        var signature = Digest(secret, string.Join(separator, url, nonce, created));
        return $"""UsernameToken Username="{application}",PasswordDigest="{signature}",Nonce="{nonce}",Created="{created}" """.TrimEnd();
    }

    private static CredentialRefusal? CheckAuthorization(string header)
    {
        if (header.Length == 0 || !header.StartsWith("AKSK", StringComparison.Ordinal))
            return HeaderFault(RtcCodes.AuthorizationMissing, "Authorization is missing");

        var parts = Parts(header);
        return (parts.GetValueOrDefault("realm"), parts.GetValueOrDefault("profile"), parts.GetValueOrDefault("type")) switch
        {
            (null, _, _) => HeaderFault(RtcCodes.RealmMissing, "Authorization has no realm"),
            (_, null, _) => HeaderFault(RtcCodes.ProfileMissing, "Authorization has no profile"),
            (not "SDP", _, _) => HeaderFault(RtcCodes.RealmNotSdp, "The realm of Authorization is not SDP"),
            (_, not "UsernameToken", _) => HeaderFault(RtcCodes.ProfileNotUsernameToken, "The profile of Authorization is not UsernameToken"),
            (_, _, null) => HeaderFault(RtcCodes.TypeMissing, "Authorization has no type"),
            (_, _, not "Appkey") => HeaderFault(RtcCodes.TypeNotAppkey, "The type of Authorization is not Appkey"),
            _ => null,
        };
    }

    private static CredentialRefusal? CheckToken(string header, ContractCall call)
    {
        if (header.Length == 0)
            return HeaderFault(RtcCodes.XAkskMissing, "X-AKSK is missing");

        var parts = Parts(header);
        if (!parts.TryGetValue("Username", out var application))
            return HeaderFault(RtcCodes.UsernameMissing, "X-AKSK has no Username");
        if (!parts.TryGetValue("Nonce", out var nonce))
            return HeaderFault(RtcCodes.NonceMissing, "X-AKSK has no Nonce");
        if (!parts.TryGetValue("Created", out var created))
            return HeaderFault(RtcCodes.CreatedMissing, "X-AKSK has no Created");

        var options = call.World.Simulator.Options;
        if (!options.Applications.TryGetValue(application, out var secret))
            return Refused(RtcCodes.InvalidAppKey, "Invalid app_key");

        // UNKNOWN: the code for a wrong digest. ASSUMED: the one for invalid requests, whose text names the part.
        if (!NonceForm().IsMatch(nonce))
            return Refused(RtcCodes.InvalidRequest, "Invalid request: Nonce is not 1 to 128 letters and digits");
        if (!DateTimeOffset.TryParseExact(
                created, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            return Refused(RtcCodes.InvalidRequest, $"Invalid request: Created is not of the form {TimeForm}");
        }

        if (options.SignatureSkew is { } skew && (time - call.World.Now).Duration() > skew)
            return Refused(RtcCodes.TimestampOutOfLimit, "The timestamp is out of limit");
        if (!IsSame(parts.GetValueOrDefault("PasswordDigest", ""), Digest(secret, nonce + created)))
            return Refused(RtcCodes.InvalidRequest, "Invalid request: PasswordDigest is wrong");

        call.Application = application;
        return null;
    }

    private static string Digest(string secret, string message) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(message)));

    private static bool IsSame(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));

    private static Dictionary<string, string> Parts(string header)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in Part().Matches(header))
            parts.TryAdd(match.Groups[1].Value, match.Groups[2].Value);
        return parts;
    }

    private static CredentialRefusal HeaderFault(string code, string message) => new(StatusCodes.Status400BadRequest, code, message);

    private static CredentialRefusal Refused(string code, string message) => new(StatusCodes.Status403Forbidden, code, message);

    [GeneratedRegex("([A-Za-z]+)=\"([^\"]*)\"")]
    private static partial Regex Part();

    [GeneratedRegex("^[A-Za-z0-9]{1,128}$")]
    private static partial Regex NonceForm();
}
