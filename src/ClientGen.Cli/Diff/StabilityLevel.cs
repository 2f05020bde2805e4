using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff;

/// <summary>The common extension <c>x-stability-level</c>: draft, alpha, beta, stable.</summary>
internal static class StabilityLevel
{
    /// <summary>The key.</summary>
    public const string Key = "x-stability-level";

    private static readonly string[] Levels = ["draft", "alpha", "beta", "stable"];

    /// <summary>What to say of a level that is another one, and whether it went down; null when nothing changed that was stated.</summary>
    public static (bool IsDecrease, string Words)? Change(Located? old, Located? @new)
    {
        var (before, after) = (LevelOf(old), LevelOf(@new));
        // A level that nobody stated before may have been any, and one that we do not know is no level.
        if (before < 0 || before == after || (@new is not null && after < 0))
            return null;
        return (after < before, $"was {Levels[before]} and is now {(after < 0 ? "of no stated stability" : Levels[after])}");
    }

    private static int LevelOf(Located? node) => Array.IndexOf(Levels, (node?.Node as SpecScalar)?.AsString);
}
