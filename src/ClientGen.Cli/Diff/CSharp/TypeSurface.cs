using ClientGen.Specs.Model;

namespace ClientGen.Cli.Diff.CSharp;

/// <summary>Compares generated records, enums and unions.</summary>
internal static class TypeSurface
{
    /// <summary>Compares the types of two contracts.</summary>
    public static IEnumerable<SurfaceChange> Compare(ContractModel old, ContractModel @new)
    {
        var traffic = (Old: new TypeTraffic(old), New: new TypeTraffic(@new));
        var after = @new.Types.GroupBy(static type => type.Name).ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
        var before = old.Types.Select(static type => type.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var type in old.Types)
        {
            if (!after.TryGetValue(type.Name, out var other))
            {
                var renamed = @new.Types.FirstOrDefault(candidate => candidate.Source == type.Source && !before.Contains(candidate.Name));
                yield return new SurfaceChange(
                    type.Name, Impact.Breaking, Impact.Breaking, renamed is null ? $"The type `{type.Name}` is gone." : $"The type `{type.Name}` is now called `{renamed.Name}`.",
                    new Touch(type.Source), renamed is null ? null : new Touch(renamed.Source));
                continue;
            }

            foreach (var change in Compare(type, other, traffic.Old.Of(type.Name) | traffic.New.Of(type.Name)))
                yield return change;
        }
    }

    private static IEnumerable<SurfaceChange> Compare(TypeModel old, TypeModel @new, Traffic traffic) => (old, @new) switch
    {
        (ObjectModel before, ObjectModel after) => Compare(before, after, traffic),
        (EnumModel before, EnumModel after) => Compare(before, after),
        (UnionModel before, UnionModel after) => Compare(before, after, traffic),
        _ => [new SurfaceChange(old.Name, Impact.Breaking, Impact.Breaking, $"`{old.Name}` was {Say(old)} and is now {Say(@new)}.", new Touch(old.Source), new Touch(@new.Source))],
    };

    private static IEnumerable<SurfaceChange> Compare(ObjectModel old, ObjectModel @new, Traffic traffic)
    {
        if (old.Base != @new.Base)
        {
            yield return new SurfaceChange(
                old.Name, old.Base is null ? Impact.Compatible : Impact.Breaking, old.Base is null ? Impact.Compatible : Impact.Breaking,
                $"`{old.Name}` {(old.Base is null ? "derived from nothing" : $"derived from `{old.Base}`")} and now derives from {(@new.Base is null ? "nothing" : $"`{@new.Base}`")}.",
                new Touch(old.Source), new Touch(@new.Source));
        }

        foreach (var change in PropertySurface.Compare(old.Name, (old.Source, old.Properties), (@new.Source, @new.Properties), traffic))
            yield return change;
    }

    private static IEnumerable<SurfaceChange> Compare(EnumModel old, EnumModel @new)
    {
        if (old.IsInteger != @new.IsInteger || old.Is64Bit != @new.Is64Bit)
        {
            yield return new SurfaceChange(
                old.Name, Impact.Breaking, Impact.Breaking, $"The numbers of `{old.Name}` are other ones.", new Touch(old.Source),
                new Touch(@new.Source));
            yield break;
        }

        foreach (var member in old.Members.Where(member => @new.Members.All(other => other.Name != member.Name)))
        {
            var (name, renamed) = ($"{old.Name}.{member.Name}", @new.Members.FirstOrDefault(other => other.Value == member.Value));
            // The compiler writes numbers into callers, not names.
            yield return new SurfaceChange(
                name, Impact.Breaking, Impact.Compatible, renamed is null ? $"`{name}` is gone." : $"`{name}` is now called `{renamed.Name}`.",
                new Touch(old.Source, member.Value), new Touch(@new.Source, member.Value));
        }

        if (!old.IsInteger && Renumbered(old, @new) is { } change)
            yield return change;
    }

    /// <summary>Values of text are numbered as they come, so that a new one in their midst moves all behind it; said once for the enum.</summary>
    private static SurfaceChange? Renumbered(EnumModel old, EnumModel @new)
    {
        var moved = new List<(string Name, int Was, int Is)>();
        for (var i = 0; i < old.Members.Count; i++)
        {
            var at = IndexOf(@new.Members, other => other.Name == old.Members[i].Name);
            if (at >= 0 && at != i)
                moved.Add((old.Members[i].Name, i + 1, at + 1));
        }

        if (moved.Count == 0)
            return null;
        var (name, was, @is) = moved[0];
        return new SurfaceChange(
            old.Name, Impact.Compatible, Impact.Breaking,
            $"`{old.Name}.{name}` was number {was} and is now number {@is}{(moved.Count > 1 ? $", and {moved.Count - 1} more values moved" : "")}; compiled callers have the old numbers in them.",
            new Touch(old.Source), new Touch(@new.Source));
    }

    private static IEnumerable<SurfaceChange> Compare(UnionModel old, UnionModel @new, Traffic traffic)
    {
        foreach (var item in old.Cases.Where(item => @new.Cases.All(other => other.Name != item.Name)))
        {
            yield return new SurfaceChange(
                item.Name, Impact.Breaking, Impact.Breaking, $"`{item.Name}` is no longer a case of `{old.Name}`.", new Touch(old.Source),
                new Touch(@new.Source));
        }

        foreach (var item in @new.Cases.Where(item => old.Cases.All(other => other.Name != item.Name)))
        {
            yield return new SurfaceChange(
                item.Name, traffic.HasFlag(Traffic.Received) ? Impact.Risky : Impact.Compatible, Impact.Compatible,
                $"`{item.Name}` is a new case of `{@new.Name}`; a switch over it may need an arm.", new Touch(old.Source), new Touch(@new.Source));
        }

        foreach (var change in PropertySurface.Compare(old.Name, (old.Source, old.Shared), (@new.Source, @new.Shared), traffic))
            yield return change;
    }

    private static int IndexOf(EquatableArray<EnumMemberModel> members, Func<EnumMemberModel, bool> matches)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (matches(members[i]))
                return i;
        }

        return -1;
    }

    private static string Say(TypeModel type) => type switch
    {
        ObjectModel => "a record",
        EnumModel => "an enum",
        _ => "a union",
    };
}
