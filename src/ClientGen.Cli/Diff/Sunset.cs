using ClientGen.Cli.Diff.Schemas;
using ClientGen.Specs.Binding;

namespace ClientGen.Cli.Diff;

/// <summary>The common extension <c>x-sunset</c>: the day on which an operation, a parameter or a member ends.</summary>
internal static class Sunset
{
    private const string Key = "x-sunset";

    /// <summary>The kind of change that this tells.</summary>
    public static ChangeKind Changed { get; } = new("sunset-changed", "The day on which an operation, a parameter or a member ends is another one");

    /// <summary>Compares.</summary>
    /// <param name="list">Takes what is found.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="old">The old version.</param>
    /// <param name="new">The new version.</param>
    /// <param name="touches">What a change touches.</param>
    public static void Compare(ChangeList list, string name, Located old, Located @new, Func<IReadOnlyList<Touch>> touches)
    {
        var (before, after) = (old.Child(Key), @new.Child(Key));
        var (was, @is) = (Day(before), Day(after));
        if (was == @is)
            return;
        // Days are written as ISO 8601, so that the order of the texts is the order of the days.
        var isSooner = was.Length == 0 || (@is.Length > 0 && string.CompareOrdinal(@is, was) < 0);
        list.Add(
            Changed, isSooner ? Impact.Risky : Impact.Compatible, before ?? old, after ?? @new, $"{name} was to end {Say(was)} and is now to end {Say(@is)}.", touches());
    }

    private static string Day(Located? node) => node is { } there ? JsonText.Shown(there.Node).Trim('"') : "";

    private static string Say(string day) => day.Length == 0 ? "never" : "on " + day;
}
