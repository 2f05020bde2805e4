namespace ContactCenter.Simulator.Video;

/// <summary>What became of a command.</summary>
/// <param name="IsDone">Whether it was done.</param>
/// <param name="Refusal">Why the agent's state forbids it; null when it was done, or when HTTP_BACK has told why it failed.</param>
internal sealed record CommandResult(bool IsDone, string? Refusal)
{
    public static CommandResult Done { get; } = new(true, null);

    /// <summary>It failed, and HTTP_BACK has told why.</summary>
    public static CommandResult Failed { get; } = new(false, null);

    public static CommandResult Refused(string reason) => new(false, reason);
}
