using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff.Schemas;

/// <summary>Lists of values, and values that are the only one.</summary>
internal static class EnumDiff
{
    private static readonly ChangeKind ValueAdded = new("enum-value-added", "A value is new in a list of values");
    private static readonly ChangeKind ValueRemoved = new("enum-value-removed", "A value is no longer in a list of values");
    private static readonly ChangeKind BecameEnum = new("became-enum", "A value is now one of a list");
    private static readonly ChangeKind BecameNotEnum = new("became-not-enum", "A value is no longer one of a list");
    private static readonly ChangeKind ExtensibleAdded = new("extensible-enum-value-added", "A value is new in an extensible list of values");
    private static readonly ChangeKind ExtensibleRemoved = new("extensible-enum-value-removed", "A value is no longer in an extensible list of values");
    private static readonly ChangeKind ConstAdded = new("const-added", "A value is now fixed");
    private static readonly ChangeKind ConstRemoved = new("const-removed", "A value is no longer fixed");
    private static readonly ChangeKind ConstChanged = new("const-changed", "A fixed value is another one");
    private static readonly ChangeKind DefaultChanged = new("default-changed", "What counts when a value is left out is another value");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } =
        [ValueAdded, ValueRemoved, BecameEnum, BecameNotEnum, ExtensibleAdded, ExtensibleRemoved, ConstAdded, ConstRemoved, ConstChanged, DefaultChanged];

    /// <summary>Compares.</summary>
    public static void Compare(SchemaSite site)
    {
        CompareLists(site, "enum", ValueAdded, ValueRemoved, becomes: true);
        CompareLists(site, "x-extensible-enum", ExtensibleAdded, ExtensibleRemoved, becomes: false);
        CompareConstants(site);
        CompareDefaults(site);
    }

    private static void CompareLists(SchemaSite site, string keyword, ChangeKind added, ChangeKind removed, bool becomes)
    {
        var (oldList, newList) = (site.Old.Find(keyword), site.New.Find(keyword));
        if (becomes && oldList is null != newList is null)
        {
            if (site.Old.Find("const") is not null || site.New.Find("const") is not null)
                return;
            site.Shifted(
                oldList is null ? BecameEnum : BecameNotEnum, oldList is null ? Shift.Narrower : Shift.Wider, oldList, newList,
                $"{site.Name} is {(oldList is null ? "now one of a list of values" : "no longer one of a list of values")}.", oldList is null ? Impact.Breaking : Impact.Risky);
            return;
        }

        var (old, @new) = (Values(oldList), Values(newList));
        foreach (var (text, node) in old.Where(value => !@new.ContainsKey(value.Key)))
            site.Shifted(removed, Shift.Narrower, node, newList, $"{site.Name} no longer has the value {text}.", touches: Touches(site, text));
        // Generated enums are open: an unknown value arrives as such, and a switch needs an arm for it.
        foreach (var (text, node) in @new.Where(value => !old.ContainsKey(value.Key)))
        {
            site.List.Add(
                added, Shift.Wider.In(site.Traffic, Impact.Risky), oldList ?? site.Old.Place, node, $"{site.Name} has the new value {text}.", Touches(site, text), site.Traffic,
                isAddition: true);
        }
    }

    private static IReadOnlyList<Touch> Touches(SchemaSite site, string text) => site.PartTouches(text.Trim('"'));

    private static Dictionary<string, Located> Values(Located? list)
    {
        var values = new Dictionary<string, Located>(StringComparer.Ordinal);
        foreach (var item in (list?.Node as SpecSequence)?.Items ?? [])
            values.TryAdd(JsonText.Shown(item), list!.Value.At(item));
        return values;
    }

    private static void CompareConstants(SchemaSite site)
    {
        var (old, @new) = (Constant(site.Old), Constant(site.New));
        if (old is { } before && @new is { } after)
        {
            if (JsonText.Of(before.Node) != JsonText.Of(after.Node))
            {
                site.Shifted(
                    ConstChanged, Shift.Other, before, after,
                    $"{site.Name} was always {JsonText.Shown(before.Node)} and is now always {JsonText.Shown(after.Node)}.");
            }
        }
        else if (old is null && @new is { } added)
        {
            site.Shifted(ConstAdded, Shift.Narrower, null, added, $"{site.Name} is now always {JsonText.Shown(added.Node)}.");
        }
        else if (@new is null && old is { } removed)
        {
            site.Shifted(ConstRemoved, Shift.Wider, removed, null, $"{site.Name} is no longer always {JsonText.Shown(removed.Node)}.", Impact.Risky);
        }
    }

    private static Located? Constant(SchemaView view) => view.Find("const");

    private static void CompareDefaults(SchemaSite site)
    {
        var (old, @new) = (site.Old.Find("default"), site.New.Find("default"));
        if ((old is { } before ? JsonText.Of(before.Node) : null) == (@new is { } after ? JsonText.Of(after.Node) : null))
            return;
        // What a service sends is there; only what callers leave out is filled in.
        var wire = site.Traffic == Traffic.Sent ? Impact.Risky : Impact.Compatible;
        site.List.Add(DefaultChanged, wire, old ?? site.Old.Place, @new ?? site.New.Place, $"{site.Name} had {Say(old)} and now has {Say(@new)}.", site.Touches, site.Traffic);
    }

    private static string Say(Located? value) => value is { } there ? $"the default {JsonText.Shown(there.Node)}" : "no default";
}
