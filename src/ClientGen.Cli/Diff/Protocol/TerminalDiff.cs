using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.Protocol;

/// <summary>Values that end what they arrive in.</summary>
internal static class TerminalDiff
{
    private static readonly ChangeKind Added = new("terminal-event-added", "An event now ends what it arrives in");
    private static readonly ChangeKind Removed = new("terminal-event-removed", "An event no longer ends what it arrives in");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } = [Added, Removed];

    /// <summary>Compares.</summary>
    public static void Compare(DiffRun run, ContractModel old, ContractModel @new)
    {
        foreach (var before in old.Types.OfType<EnumModel>())
        {
            if (@new.Types.OfType<EnumModel>().FirstOrDefault(other => other.Name == before.Name) is not { } after)
                continue;
            var (ends, newEnds) = (Ends(before), Ends(after));
            foreach (var end in ends.Where(end => !newEnds.Any(other => other.Value == end.Value)))
                Add(Removed, before, after, end.Value, $"`{end.Value}` of `{after.Name}` no longer ends what it arrives in: who stops there misses what follows.");
            foreach (var end in newEnds.Where(end => !ends.Any(other => other.Value == end.Value)))
                Add(Added, before, after, end.Value, $"`{end.Value}` of `{after.Name}` now ends what it arrives in: who goes on waits for nothing.");
        }

        void Add(ChangeKind kind, EnumModel before, EnumModel after, string value, string message) => run.List.Add(new Change(kind, message)
        {
            Wire = Impact.Breaking, Traffic = Traffic.Received, Old = PlaceOf(run.Old, before.Source), New = PlaceOf(run.New, after.Source),
            Touches = [new Touch(before.Source, value), new Touch(after.Source, value)],
        });
    }

    private static Place? PlaceOf(DiffSide side, string source) =>
        side.NodeOf(source) is { } node ? side.PlaceOf(node.Child("x-clientgen-events")?.Child("terminal") ?? node) : null;

    private static List<EnumMemberModel> Ends(EnumModel model) => [.. model.Members.Where(static member => member.IsTerminal)];
}
