using ClientGen.Cli.Diff.Schemas;

namespace ClientGen.Cli.Diff;

/// <summary>What the families of one comparison share.</summary>
/// <param name="List">Takes what is found.</param>
/// <param name="Schemas">Compares schemas.</param>
internal sealed record DiffRun(ChangeList List, SchemaWalk Schemas)
{
    /// <summary>The old contracts.</summary>
    public DiffSide Old => List.Old;

    /// <summary>The new contracts.</summary>
    public DiffSide New => List.New;
}
