using System.Text;

namespace ClientGen;

/// <summary>A secret that proves who calls.</summary>
/// <param name="value">The secret itself: a token, a key, or <c>user:password</c>.</param>
/// <param name="expiresAt">When it stops working; <c>null</c> when nobody knows.</param>
public sealed class Credential(string value, DateTimeOffset? expiresAt = null)
{
    // Made once, since the same header goes out with every call.
    private string? _bearer;
    private string? _basic;

    /// <summary>The secret itself.</summary>
    public string Value { get; } = value;

    /// <summary>When it stops working; <c>null</c> when nobody knows.</summary>
    public DateTimeOffset? ExpiresAt { get; } = expiresAt;

    internal string BearerHeader => _bearer ??= "Bearer " + Value;

    internal string BasicHeader => _basic ??= "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Value));

    /// <summary>The credential without its secret.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => ExpiresAt is { } end ? $"*** (expires {end:u})" : "***";
}
