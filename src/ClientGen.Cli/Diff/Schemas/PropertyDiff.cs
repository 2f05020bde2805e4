using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff.Schemas;

/// <summary>Members of objects: which there are, and which must be there.</summary>
internal static class PropertyDiff
{
    private static readonly ChangeKind RequiredAdded = new("required-property-added", "A member is new and must be there");
    private static readonly ChangeKind OptionalAdded = new("optional-property-added", "A member is new and may be left out");
    private static readonly ChangeKind RequiredRemoved = new("required-property-removed", "A member that had to be there is gone");
    private static readonly ChangeKind OptionalRemoved = new("optional-property-removed", "A member that could be left out is gone");
    private static readonly ChangeKind BecameRequired = new("property-became-required", "A member must now be there");
    private static readonly ChangeKind BecameOptional = new("property-became-optional", "A member may now be left out");
    private static readonly ChangeKind BecameReadOnly = new("property-became-read-only", "Only the service sends a member");
    private static readonly ChangeKind BecameNotReadOnly = new("property-became-not-read-only", "Callers send a member too");
    private static readonly ChangeKind BecameWriteOnly = new("property-became-write-only", "Only callers send a member");
    private static readonly ChangeKind BecameNotWriteOnly = new("property-became-not-write-only", "The service sends a member too");
    private static readonly ChangeKind Deprecated = new("property-deprecated", "A member is discouraged");
    private static readonly ChangeKind Reactivated = new("property-reactivated", "A member is no longer discouraged");
    private static readonly ChangeKind Closed = new("additional-properties-closed", "An object no longer takes members that nobody named");
    private static readonly ChangeKind Opened = new("additional-properties-opened", "An object takes members that nobody named");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } =
    [
        RequiredAdded, OptionalAdded, RequiredRemoved, OptionalRemoved, BecameRequired, BecameOptional, BecameReadOnly, BecameNotReadOnly, BecameWriteOnly,
        BecameNotWriteOnly, Deprecated, Reactivated, Closed, Opened,
    ];

    /// <summary>Compares, and hands on the members that both have.</summary>
    public static void Compare(SchemaSite site, Action<string, Located, Located> common)
    {
        var (old, @new) = (new Members(site.List.Old, site.Old), new Members(site.List.New, site.New));
        foreach (var name in old.Names.Where(name => !@new.Names.Contains(name)))
            Removed(site, old, name);
        foreach (var name in @new.Names.Where(name => !old.Names.Contains(name)))
            Added(site, @new, name);
        foreach (var name in old.Names.Where(@new.Names.Contains))
            Common(site, old, @new, name, common);
        CompareRest(site, common);
    }

    private static void Removed(SchemaSite site, Members old, string name)
    {
        if (!old.Travels(name, site.Traffic))
            return;
        var isRequired = old.IsRequired(name);
        var refuses = site.Traffic == Traffic.Sent && Rest(site.New) == RestKind.None;
        var wire = isRequired && site.Traffic == Traffic.Received || refuses ? Impact.Breaking : Impact.Risky;
        site.List.Add(
            isRequired ? RequiredRemoved : OptionalRemoved, wire, old.Place(name), site.New.Find("properties") ?? site.New.Place,
            $"{Full(site, name)} is gone.", site.PartTouches(name), site.Traffic);
    }

    private static void Added(SchemaSite site, Members @new, string name)
    {
        if (!@new.Travels(name, site.Traffic))
            return;
        var isRequired = @new.IsRequired(name);
        // A default says what counts for callers who know nothing of the member.
        var wire = site.Traffic == Traffic.Received || !isRequired ? Impact.Compatible : @new.HasDefault(name) ? Impact.Risky : Impact.Breaking;
        site.List.Add(
            isRequired ? RequiredAdded : OptionalAdded, wire, site.Old.Find("properties") ?? site.Old.Place, @new.Place(name),
            $"{Full(site, name)} is new{(isRequired ? " and must be there" : "")}.", site.PartTouches(name), site.Traffic, isAddition: true);
    }

    private static void Common(SchemaSite site, Members old, Members @new, string name, Action<string, Located, Located> common)
    {
        var places = (Old: old.Place(name), New: @new.Place(name));
        CompareFlag(
            site, name, places, old.Has(name, "readOnly"), @new.Has(name, "readOnly"), BecameReadOnly, BecameNotReadOnly, Traffic.Sent,
            "is now sent by the service only", "is now sent by callers too");
        CompareFlag(
            site, name, places, old.Has(name, "writeOnly"), @new.Has(name, "writeOnly"), BecameWriteOnly, BecameNotWriteOnly, Traffic.Received,
            "is now sent by callers only", "is now sent by the service too");
        CompareFlag(
            site, name, places, old.Has(name, "deprecated"), @new.Has(name, "deprecated"), Deprecated, Reactivated, Traffic.None,
            "is now discouraged", "is no longer discouraged");
        Sunset.Compare(site.List, Full(site, name), places.Old, places.New, () => site.PartTouches(name));
        if (old.Travels(name, site.Traffic) && @new.Travels(name, site.Traffic) && old.IsRequired(name) != @new.IsRequired(name))
        {
            var isRequired = @new.IsRequired(name);
            var wire = isRequired == (site.Traffic == Traffic.Received) ? Impact.Compatible : isRequired && @new.HasDefault(name) ? Impact.Risky : Impact.Breaking;
            site.List.Add(
                isRequired ? BecameRequired : BecameOptional, wire, places.Old, site.New.Required.TryGetValue(name, out var says) ? says : places.New,
                $"{Full(site, name)} {(isRequired ? "must now be there" : "may now be left out")}.", site.PartTouches(name), site.Traffic);
        }

        if (site.Old.Properties.TryGetValue(name, out var before) && site.New.Properties.TryGetValue(name, out var after))
            common(name, before, after);
    }

    /// <summary>A flag that ends or begins the traffic of a member in one direction.</summary>
    private static void CompareFlag(
        SchemaSite site, string name, (Located Old, Located New) places, bool old, bool @new, ChangeKind became, ChangeKind becameNot, Traffic ended, string words, string wordsNot)
    {
        if (old == @new)
            return;
        // Sending what only the service sends is usually ignored; not getting what was there is not.
        var wire = !@new || ended != site.Traffic ? Impact.Compatible : ended == Traffic.Received ? Impact.Breaking : Impact.Risky;
        site.List.Add(@new ? became : becameNot, wire, places.Old, places.New, $"{Full(site, name)} {(@new ? words : wordsNot)}.", site.PartTouches(name), site.Traffic);
    }

    private enum RestKind
    {
        /// <summary>Other members are refused.</summary>
        None,

        /// <summary>Other members have a schema.</summary>
        Typed,

        /// <summary>Anything goes.</summary>
        Any,
    }

    private static void CompareRest(SchemaSite site, Action<string, Located, Located> common)
    {
        var (old, @new) = (Rest(site.Old), Rest(site.New));
        var nodes = (Old: site.Old.Find("additionalProperties"), New: site.New.Find("additionalProperties"));
        if (old == RestKind.Typed && @new == RestKind.Typed)
            common("*", nodes.Old!.Value, nodes.New!.Value);
        else if (old != @new)
        {
            var isClosing = @new < old;
            site.Shifted(
                isClosing ? Closed : Opened, isClosing ? Shift.Narrower : Shift.Wider, nodes.Old, nodes.New,
                $"{site.Name} {(isClosing ? "no longer takes any members that nobody named" : "takes members that nobody named")}.",
                // What nobody named is kept and harms nobody.
                isClosing ? Impact.Breaking : Impact.Compatible);
        }
    }

    private static RestKind Rest(SchemaView view) => view.Find("additionalProperties")?.Node switch
    {
        SpecScalar scalar when scalar.TryGetBoolean(out var truth) && !truth => RestKind.None,
        SpecMapping { Count: > 0 } => RestKind.Typed,
        _ => RestKind.Any,
    };

    private static string Full(SchemaSite site, string name) => SchemaNames.Member(site.Name, name);

    /// <summary>The members of one version.</summary>
    private sealed class Members(DiffSide side, SchemaView view)
    {
        private readonly IReadOnlyDictionary<string, Located> _required = view.Required;
        private readonly Dictionary<string, SchemaView?> _views = new(StringComparer.Ordinal);

        public HashSet<string> Names { get; } = [.. view.Properties.Keys, .. view.Required.Keys];

        public bool IsRequired(string name) => _required.ContainsKey(name);

        public Located Place(string name) => view.Properties.TryGetValue(name, out var found) ? found : _required[name];

        public bool Has(string name, string flag) => View(name)?.Flag(flag) ?? false;

        public bool HasDefault(string name) => View(name)?.Find("default") is not null;

        public bool Travels(string name, Traffic traffic) => !Has(name, traffic == Traffic.Sent ? "readOnly" : "writeOnly");

        private SchemaView? View(string name)
        {
            if (!_views.TryGetValue(name, out var known))
                _views.Add(name, known = view.Properties.TryGetValue(name, out var found) ? SchemaView.Of(side, found, found) : null);
            return known;
        }
    }
}
