using ClientGen.Protocol;

namespace ClientGen;

/// <summary>A secret that proves who calls.</summary>
/// <param name="value">The secret itself: a token, a key, or <c>user:password</c>.</param>
/// <param name="expiresAt">When it stops working; <c>null</c> when nobody knows.</param>
public sealed class Credential([Secret] string value, DateTimeOffset? expiresAt = null)
{
    /// <summary>The secret itself.</summary>
    [Secret]
    public string Value { get; } = value;

    /// <summary>When it stops working; <c>null</c> when nobody knows.</summary>
    public DateTimeOffset? ExpiresAt { get; } = expiresAt;

    /// <summary>The credential without its secret.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => ExpiresAt is { } end ? $"*** (expires {end:u})" : "***";
}
