using ClientGen.Specs.Binding;

namespace ClientGen.Cli.Diff.Schemas;

/// <summary>The remaining keywords of JSON Schema that restrict values: there or not there, the same or another.</summary>
internal static class KeywordDiff
{
    private static readonly Keyword[] Keywords =
    [
        new("not"), new("if"), new("then"), new("else"), new("dependentSchemas"), new("dependentRequired"), new("dependencies"), new("patternProperties"),
        new("propertyNames"), new("contains"), new("unevaluatedProperties"), new("unevaluatedItems"), new("contentSchema"),
    ];

    private static readonly ChangeKind EncodingChanged = new("content-encoding-changed", "A text is encoded in another way");
    private static readonly ChangeKind ContentChanged = new("content-media-type-changed", "A text holds another kind of content");
    private static readonly ChangeKind LessStable = new("stability-decreased", "A value is less stable than it was");
    private static readonly ChangeKind MoreStable = new("stability-increased", "A value is more stable than it was");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } =
        [.. Keywords.SelectMany(static keyword => (ChangeKind[])[keyword.Added, keyword.Removed, keyword.Changed]), EncodingChanged, ContentChanged, LessStable, MoreStable];

    /// <summary>Compares.</summary>
    public static void Compare(SchemaSite site)
    {
        foreach (var keyword in Keywords)
            Compare(site, keyword);
        CompareText(site, "contentEncoding", EncodingChanged);
        CompareText(site, "contentMediaType", ContentChanged);
        var (old, @new) = (site.Old.Find(StabilityLevel.Key), site.New.Find(StabilityLevel.Key));
        if (StabilityLevel.Change(old, @new) is var (isDecrease, words))
        {
            site.List.Add(
                isDecrease ? LessStable : MoreStable, isDecrease ? Impact.Risky : Impact.Compatible, old ?? site.Old.Place, @new ?? site.New.Place, $"{site.Name} {words}.",
                site.Touches, site.Traffic);
        }
    }

    private static void Compare(SchemaSite site, Keyword keyword)
    {
        var (old, @new) = (site.Old.Find(keyword.Name), site.New.Find(keyword.Name));
        if (old is null && @new is null)
            return;
        if (old is null)
            site.Shifted(keyword.Added, Shift.Narrower, null, @new, $"{site.Name} is now restricted by `{keyword.Name}`.");
        else if (@new is null)
            site.Shifted(keyword.Removed, Shift.Wider, old, null, $"{site.Name} is no longer restricted by `{keyword.Name}`.", Impact.Risky);
        else if (JsonText.OfSchema(old.Value.Node) != JsonText.OfSchema(@new.Value.Node))
            site.Shifted(keyword.Changed, Shift.Other, old, @new, $"{site.Name} is restricted by another `{keyword.Name}`.", Impact.Risky);
    }

    private static void CompareText(SchemaSite site, string keyword, ChangeKind kind)
    {
        var (old, @new) = (site.Old.Find(keyword), site.New.Find(keyword));
        if ((old is { } before ? JsonText.Of(before.Node) : null) != (@new is { } after ? JsonText.Of(after.Node) : null))
            site.Shifted(kind, Shift.Other, old, @new, $"{site.Name} had {Say(keyword, old)} and now has {Say(keyword, @new)}.");
    }

    private static string Say(string keyword, Located? value) => value is { } there ? $"the {keyword} {JsonText.Shown(there.Node)}" : $"no {keyword}";

    private sealed record Keyword(string Name)
    {
        private static string Slug(string name) => string.Concat(name.Select(static c => char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : c.ToString()));

        public ChangeKind Added { get; } = new(Slug(Name) + "-added", $"A value is restricted by `{Name}`");

        public ChangeKind Removed { get; } = new(Slug(Name) + "-removed", $"A value is no longer restricted by `{Name}`");

        public ChangeKind Changed { get; } = new(Slug(Name) + "-changed", $"A value is restricted by another `{Name}`");
    }
}
