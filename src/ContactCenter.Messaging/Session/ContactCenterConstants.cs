namespace ContactCenter.Messaging;

/// <summary>Defaults and limits of <see cref="ContactCenterOptions"/>.</summary>
internal static class ContactCenterConstants
{
    /// <summary>applyToken takes 32 characters, but <c>from</c> of a message only 24.</summary>
    public const int LongestUserId = 24;

    public static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan ShortestTokenLifetime = TimeSpan.FromSeconds(1);

    /// <summary>The most that the token service gives.</summary>
    public static readonly TimeSpan LongestTokenLifetime = TimeSpan.FromHours(1);
}
