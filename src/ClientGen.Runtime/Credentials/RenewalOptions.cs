namespace ClientGen;

/// <summary>How <see cref="RenewingCredentials"/> renews.</summary>
public sealed class RenewalOptions
{
    /// <summary>How long before its end a credential is renewed, so that no call is refused.</summary>
    /// <value>0 to 1 hour, and never more than half of a credential's life. Default 30 seconds.</value>
    public TimeSpan RenewAhead { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a sign-in may take in all.</summary>
    /// <value>More than 0, at most 1 hour, or <see cref="Timeout.InfiniteTimeSpan"/>. Default 1 minute.</value>
    public TimeSpan SignInDeadline { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Credentials that never change, such as an application key, by the contract's scheme names.</summary>
    /// <value>Default: none.</value>
    public IDictionary<string, string> Fixed { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The clock that expiry is measured with.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal void Validate()
    {
        OptionChecks.Range(RenewAhead, TimeSpan.Zero, ApiClientConstants.MostDeadline, nameof(RenewAhead));
        OptionChecks.Deadline(SignInDeadline, nameof(SignInDeadline));
        OptionChecks.Present(TimeProvider, nameof(TimeProvider));
    }
}
