using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff.Schemas;

/// <summary>Lists whose first items have schemas of their own.</summary>
internal static class PrefixDiff
{
    private static readonly ChangeKind Added = new("prefix-item-added", "One more item at the beginning of a list has a schema");
    private static readonly ChangeKind Removed = new("prefix-item-removed", "One item less at the beginning of a list has a schema");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } = [Added, Removed];

    /// <summary>Compares, and hands on the items that both have.</summary>
    public static void Compare(SchemaSite site, Action<int, Located, Located> common)
    {
        var (old, @new) = (Items(site.Old), Items(site.New));
        for (var i = 0; i < Math.Min(old.Count, @new.Count); i++)
            common(i, old[i], @new[i]);
        for (var i = old.Count; i < @new.Count; i++)
            site.Shifted(Added, Shift.Narrower, null, @new[i], $"Item {i} of {site.Name} now has a schema.");
        for (var i = @new.Count; i < old.Count; i++)
            site.Shifted(Removed, Shift.Wider, old[i], null, $"Item {i} of {site.Name} no longer has a schema.", Impact.Risky);
    }

    private static List<Located> Items(SchemaView view) =>
        view.Find("prefixItems") is { Node: SpecSequence items } list ? [.. items.Items.Select(list.At)] : [];
}
