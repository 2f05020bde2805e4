using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff;

/// <summary>The common extension <c>x-stability-level</c>: draft, alpha, beta, stable.</summary>
internal static class StabilityLevel
{
    /// <summary>The key.</summary>
    public const string Key = "x-stability-level";

    private static readonly string[] Levels = ["draft", "alpha", "beta", "stable"];

    /// <summary>What to say of a level that went down; null when it did not.</summary>
    public static string? Decreased(Located? old, Located? @new)
    {
        var (before, after) = (LevelOf(old), LevelOf(@new));
        return before < 0 || (@new is not null && after < 0) || after >= before ? null
            : $"was {Levels[before]} and is now {(after < 0 ? "of no stated stability" : Levels[after])}";
    }

    private static int LevelOf(Located? node) => Array.IndexOf(Levels, (node?.Node as SpecScalar)?.AsString);
}
