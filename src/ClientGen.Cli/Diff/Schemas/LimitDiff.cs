using System.Globalization;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff.Schemas;

/// <summary>Numbers, lengths, counts and patterns.</summary>
internal static class LimitDiff
{
    private static readonly Limit[] Limits =
    [
        new("minimum", IsUpper: false), new("maximum", IsUpper: true), new("minLength", IsUpper: false), new("maxLength", IsUpper: true),
        new("minItems", IsUpper: false), new("maxItems", IsUpper: true), new("minProperties", IsUpper: false), new("maxProperties", IsUpper: true),
        new("minContains", IsUpper: false), new("maxContains", IsUpper: true),
    ];

    private static readonly ChangeKind PatternAdded = new("pattern-added", "A text must now match a pattern");
    private static readonly ChangeKind PatternRemoved = new("pattern-removed", "A text need no longer match a pattern");
    private static readonly ChangeKind PatternChanged = new("pattern-changed", "A text must match another pattern");
    private static readonly ChangeKind UniqueAdded = new("unique-items-added", "The items of a list must now differ");
    private static readonly ChangeKind UniqueRemoved = new("unique-items-removed", "The items of a list need no longer differ");
    private static readonly ChangeKind MultipleAdded = new("multiple-of-added", "A number must now be a multiple");
    private static readonly ChangeKind MultipleRemoved = new("multiple-of-removed", "A number need no longer be a multiple");
    private static readonly ChangeKind MultipleChanged = new("multiple-of-changed", "A number must be a multiple of another number");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } =
    [
        .. Limits.SelectMany(static limit => (ChangeKind[])[limit.Tightened, limit.Loosened]),
        PatternAdded, PatternRemoved, PatternChanged, UniqueAdded, UniqueRemoved, MultipleAdded, MultipleRemoved, MultipleChanged,
    ];

    /// <summary>Compares.</summary>
    public static void Compare(SchemaSite site)
    {
        foreach (var limit in Limits)
            Compare(site, limit);
        CompareText(site, "pattern", PatternAdded, PatternRemoved, PatternChanged);
        CompareText(site, "multipleOf", MultipleAdded, MultipleRemoved, MultipleChanged);
        CompareUnique(site);
    }

    private static void Compare(SchemaSite site, Limit limit)
    {
        var (old, @new) = (limit.Of(site.Old), limit.Of(site.New));
        var order = limit.Compare(old, @new);
        if (order == 0)
            return;
        var shift = order > 0 ? Shift.Narrower : Shift.Wider;
        site.Shifted(
            shift == Shift.Narrower ? limit.Tightened : limit.Loosened, shift, old?.Node, @new?.Node,
            $"{site.Name} had {Limit.Say(limit, old)} and now has {Limit.Say(limit, @new)}.", shift == Shift.Narrower ? Impact.Breaking : Impact.Risky);
    }

    private static void CompareText(SchemaSite site, string keyword, ChangeKind added, ChangeKind removed, ChangeKind changed)
    {
        var (old, @new) = (site.Old.All(keyword).ToList(), site.New.All(keyword).ToList());
        var before = string.Join(" and ", old.Select(static node => $"`{JsonText.Shown(node.Node).Trim('"')}`").Order(StringComparer.Ordinal));
        var after = string.Join(" and ", @new.Select(static node => $"`{JsonText.Shown(node.Node).Trim('"')}`").Order(StringComparer.Ordinal));
        if (before == after)
            return;
        // Which of two patterns allows more cannot be told in general; `.*` and nothing are the same.
        var (kind, shift) = before.Length == 0 || IsAll(before) ? (added, Shift.Narrower) : after.Length == 0 || IsAll(after) ? (removed, Shift.Wider) : (changed, Shift.Other);
        var harm = kind == changed && site.Traffic == Traffic.Received ? Impact.Risky : kind == removed ? Impact.Risky : Impact.Breaking;
        site.Shifted(
            kind, shift, old.Count > 0 ? old[0] : null, @new.Count > 0 ? @new[0] : null,
            $"{site.Name} had {Say(before)} and now has {Say(after)}.", harm);

        string Say(string text) => text.Length == 0 ? $"no {keyword}" : $"the {keyword} {text}";
    }

    private static bool IsAll(string patterns) => patterns is "`.*`" or "`^.*$`" or "``";

    private static void CompareUnique(SchemaSite site)
    {
        var (old, @new) = (site.Old.Flag("uniqueItems"), site.New.Flag("uniqueItems"));
        if (old != @new)
        {
            site.Shifted(
                @new ? UniqueAdded : UniqueRemoved, @new ? Shift.Narrower : Shift.Wider, site.Old.Find("uniqueItems"), site.New.Find("uniqueItems"),
                $"The items of {site.Name} {(@new ? "must now differ" : "need no longer differ")}.", @new ? Impact.Breaking : Impact.Risky);
        }
    }

    /// <summary>A bound with its place.</summary>
    private sealed record Bound(double Value, bool IsExclusive, Located Node);

    /// <summary>A keyword that bounds a number.</summary>
    private sealed record Limit(string Keyword, bool IsUpper)
    {
        public ChangeKind Tightened { get; } = new(SlugOf(Keyword) + "-tightened", $"`{Keyword}` allows less");

        public ChangeKind Loosened { get; } = new(SlugOf(Keyword) + "-loosened", $"`{Keyword}` allows more");

        /// <summary>The strictest bound that a schema sets.</summary>
        public Bound? Of(SchemaView view)
        {
            var exclusive = Keyword switch { "minimum" => "exclusiveMinimum", "maximum" => "exclusiveMaximum", _ => null };
            // OpenAPI 3.0: a flag beside the limit. JSON Schema 2020-12: a number of its own.
            var bounds = Numbers(view.All(Keyword), exclusive is not null && view.Flag(exclusive))
                .Concat(exclusive is null ? [] : Numbers(view.All(exclusive), isExclusive: true));
            Bound? strictest = null;
            foreach (var bound in bounds)
            {
                if (Compare(strictest, bound) > 0)
                    strictest = bound;
            }

            return strictest;
        }

        /// <summary>Above 0 when the second allows less, below 0 when it allows more.</summary>
        public int Compare(Bound? first, Bound? second)
        {
            var (left, right) = (Meaning(first), Meaning(second));
            var order = IsUpper ? left.Value.CompareTo(right.Value) : right.Value.CompareTo(left.Value);
            return order != 0 ? order : right.IsExclusive.CompareTo(left.IsExclusive);
        }

        /// <summary>The bound in words.</summary>
        public static string Say(Limit limit, Bound? bound) => bound is null
            ? $"no `{limit.Keyword}`"
            : string.Create(CultureInfo.InvariantCulture, $"{(bound.IsExclusive ? "an exclusive " : "the ")}`{limit.Keyword}` {bound.Value}");

        // "Omitting this keyword has the same behavior as a value of 0" holds for all lower bounds of counts.
        private (double Value, bool IsExclusive) Meaning(Bound? bound) => bound is not null ? (bound.Value, bound.IsExclusive)
            : IsUpper ? (double.PositiveInfinity, false)
            : Keyword == "minimum" ? (double.NegativeInfinity, false)
            : (Keyword == "minContains" ? 1 : 0, false);

        private static IEnumerable<Bound> Numbers(IEnumerable<Located> nodes, bool isExclusive)
        {
            foreach (var node in nodes)
            {
                if (node.Node is SpecScalar scalar && scalar.TryGetDouble(out var value))
                    yield return new Bound(value, isExclusive, node);
            }
        }

        private static string SlugOf(string keyword) => string.Concat(keyword.Select(static c => char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : c.ToString()));
    }
}
