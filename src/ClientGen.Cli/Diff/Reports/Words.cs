namespace ClientGen.Cli.Diff.Reports;

/// <summary>Words that all reports have alike.</summary>
internal static class Words
{
    /// <summary>An impact in a word.</summary>
    public static string Of(Impact impact) => impact switch
    {
        Impact.Breaking => "breaking",
        Impact.Risky => "risky",
        _ => "compatible",
    };

    /// <summary>A direction, as people say it; empty where there is none.</summary>
    public static string Of(Traffic traffic) => traffic switch
    {
        Traffic.Sent => "sent",
        Traffic.Received => "received",
        Traffic.Sent | Traffic.Received => "sent and received",
        _ => "",
    };

    /// <summary>A step in a word.</summary>
    public static string Of(VersionStep step) => step.ToString().ToLowerInvariant();

    /// <summary>The counts in a sentence.</summary>
    public static string Sum(DiffResult result) => result.Changes.Count == 0
        ? "No change that callers can see."
        : $"{result.Count(Impact.Breaking)} breaking, {result.Count(Impact.Risky)} risky and {result.Count(Impact.Compatible)} compatible {(result.Changes.Count == 1 ? "change" : "changes")}.";

    /// <summary>What the version should become, in a sentence.</summary>
    public static string Version(DiffResult result) => result switch
    {
        { Step: VersionStep.None, Current: { } current } => $"The version may stay {current}.",
        { Step: VersionStep.None } => "The version may stay as it is.",
        { Next: { } next, Current: { } current } => $"Next version: {next} (a {Of(result.Step)} step from {current}{(current.Major == 0 && result.Step == VersionStep.Major ? ", where the second number counts as the first" : "")}).",
        _ => $"The version needs a {Of(result.Step)} step. Say the current one with --current to see the next.",
    };

    /// <summary>A list that stays readable.</summary>
    public static string Some(IReadOnlyList<string> names)
    {
        const int Most = 6;
        return names.Count <= Most ? string.Join(", ", names) : $"{string.Join(", ", names.Take(Most))} and {names.Count - Most} more";
    }
}
