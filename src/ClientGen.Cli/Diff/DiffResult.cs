using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff;

/// <summary>What a comparison found.</summary>
/// <param name="Changes">Every change.</param>
/// <param name="Current">The version before; null when nobody said it.</param>
/// <param name="Errors">Errors of the contracts themselves, because of which something may have been missed.</param>
internal sealed record DiffResult(IReadOnlyList<Change> Changes, SemanticVersion? Current, IReadOnlyList<Finding> Errors)
{
    /// <summary>The changes that are listed; all of them count.</summary>
    public IReadOnlyList<Change> Listed { get; init; } = Changes;

    /// <summary>What the changes ask for.</summary>
    public VersionStep Step => SemanticVersion.StepOf(Changes);

    /// <summary>The version after; null when the one before is unknown.</summary>
    public SemanticVersion? Next => Current?.After(Step);

    /// <summary>How many changes are as bad as this, and no worse.</summary>
    public int Count(Impact impact) => Changes.Count(change => change.Worst == impact);
}
