using System.Globalization;
using System.Text.RegularExpressions;

namespace ClientGen.Cli.Diff;

/// <summary>What the changes mean for a version number.</summary>
internal enum VersionStep
{
    /// <summary>Nothing changed that callers can see.</summary>
    None,

    /// <summary>Nothing was added and nothing broke.</summary>
    Patch,

    /// <summary>Something was added, or may need a look.</summary>
    Minor,

    /// <summary>Something broke.</summary>
    Major,
}

/// <summary>A version by Semantic Versioning 2.0.0.</summary>
/// <param name="Major">The first number.</param>
/// <param name="Minor">The second number.</param>
/// <param name="Patch">The third number.</param>
/// <param name="IsPrerelease">Whether a hyphen and more stood behind it.</param>
internal sealed partial record SemanticVersion(int Major, int Minor, int Patch, bool IsPrerelease)
{
    /// <summary>Reads a version; null when it is none.</summary>
    public static SemanticVersion? Parse(string text) => Form().Match(text) is { Success: true } match
        && Number(match.Groups[1]) is { } major && Number(match.Groups[2]) is { } minor && Number(match.Groups[3]) is { } patch
        ? new SemanticVersion(major, minor, patch, match.Groups[4].Success)
        : null;

    /// <summary>The step that changes ask for.</summary>
    public static VersionStep StepOf(IReadOnlyCollection<Change> changes) =>
        changes.Count == 0 ? VersionStep.None
        : changes.Any(static change => change.Worst == Impact.Breaking) ? VersionStep.Major
        : changes.Any(static change => change.IsAddition || change.Worst == Impact.Risky) ? VersionStep.Minor
        : VersionStep.Patch;

    /// <summary>The next version.</summary>
    public SemanticVersion After(VersionStep step) => (step, IsPrerelease) switch
    {
        (VersionStep.None, _) => this,
        // "Major version zero (0.y.z) is for initial development. Anything MAY change at any time": there the second number counts.
        (VersionStep.Major, _) when Major == 0 => new SemanticVersion(0, Minor + 1, 0, false),
        (VersionStep.Minor or VersionStep.Patch, false) when Major == 0 => new SemanticVersion(0, Minor, Patch + 1, false),
        // "A pre-release version indicates that the version is unstable": the version that it leads to may be enough.
        (VersionStep.Major, true) when Minor == 0 && Patch == 0 => this with { IsPrerelease = false },
        (VersionStep.Minor, true) when Patch == 0 => this with { IsPrerelease = false },
        (VersionStep.Patch, true) => this with { IsPrerelease = false },
        (VersionStep.Major, _) => new SemanticVersion(Major + 1, 0, 0, false),
        (VersionStep.Minor, _) => new SemanticVersion(Major, Minor + 1, 0, false),
        _ => new SemanticVersion(Major, Minor, Patch + 1, false),
    };

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    private static int? Number(Group group) => !group.Success ? 0 : int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^v?(\d+)(?:\.(\d+)(?:\.(\d+)(-[0-9A-Za-z.-]+)?)?)?(?:\+[0-9A-Za-z.-]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
