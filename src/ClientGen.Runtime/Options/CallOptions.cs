namespace ClientGen;

/// <summary>What some calls do differently; see <c>With</c> of the generated clients.</summary>
public sealed record CallOptions
{
    /// <summary>How long a call may take.</summary>
    /// <value>More than 0, at most 1 hour, or <see cref="Timeout.InfiniteTimeSpan"/>. <c>null</c> (default): as without these options.</value>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Headers to send as well. They replace equal ones.</summary>
    /// <value>Default <c>null</c>: none.</value>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Where credentials come from.</summary>
    /// <value><c>null</c> (default): as without these options.</value>
    public CredentialSource? Credentials { get; init; }

    internal void Validate()
    {
        if (Deadline is { } deadline)
            OptionChecks.Deadline(deadline, nameof(Deadline));
        foreach (var (name, value) in Headers ?? new Dictionary<string, string>())
            Http.HeaderText.Check(name, value);
    }
}
