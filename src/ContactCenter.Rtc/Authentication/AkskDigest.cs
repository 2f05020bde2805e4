using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.Rtc;

/// <summary>The digest of the AKSK scheme (securitySchemes <c>aksk</c> and <c>callbackAksk</c> of the contract).</summary>
internal static class AkskDigest
{
    /// <summary>"Base64 of the raw HMAC-SHA256 with the app secret as key".</summary>
    public static string Of(string secret, string message) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(message)));

    /// <summary>Whether two digests are equal, in a time that does not depend on where they differ.</summary>
    public static bool AreEqual(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
