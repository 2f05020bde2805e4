using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff.Schemas;

/// <summary>Choices between schemas, and what tells their cases apart.</summary>
internal static class CompositionDiff
{
    private static readonly ChangeKind CaseAdded = new("variant-added", "A choice has a new case");
    private static readonly ChangeKind CaseRemoved = new("variant-removed", "A choice has lost a case");
    private static readonly ChangeKind BecameChoice = new("became-choice", "One schema has become a choice of several");
    private static readonly ChangeKind BecameOne = new("became-single", "A choice of several has become one schema");
    private static readonly ChangeKind ChoiceKeyword = new("choice-keyword-changed", "A choice is made by another keyword");
    private static readonly ChangeKind TagAdded = new("discriminator-added", "A member now names the case");
    private static readonly ChangeKind TagRemoved = new("discriminator-removed", "No member names the case any more");
    private static readonly ChangeKind TagChanged = new("discriminator-property-changed", "Another member names the case");
    private static readonly ChangeKind MappingAdded = new("discriminator-mapping-added", "A name of a case is new");
    private static readonly ChangeKind MappingRemoved = new("discriminator-mapping-removed", "A name of a case is gone");
    private static readonly ChangeKind MappingChanged = new("discriminator-mapping-changed", "A name means another case");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } =
        [CaseAdded, CaseRemoved, BecameChoice, BecameOne, ChoiceKeyword, TagAdded, TagRemoved, TagChanged, MappingAdded, MappingRemoved, MappingChanged];

    /// <summary>Compares, and hands on the cases that both have.</summary>
    public static void Compare(SchemaSite site, Action<string, Located, Located> common)
    {
        CompareCases(site, common);
        CompareTags(site);
    }

    private static void CompareCases(SchemaSite site, Action<string, Located, Located> common)
    {
        var (old, @new) = (site.Old.Variants, site.New.Variants);
        if (old.Count == 0 && @new.Count == 0)
            return;
        if (old.Count == 0 || @new.Count == 0)
        {
            Wrap(site, common);
            return;
        }

        if (site.Old.Find("oneOf") is null != site.New.Find("oneOf") is null)
        {
            site.Shifted(ChoiceKeyword, Shift.Other, site.Old.Find("oneOf") ?? site.Old.Find("anyOf"), site.New.Find("oneOf") ?? site.New.Find("anyOf"),
                $"{site.Name} was a choice by `{(site.Old.Find("oneOf") is null ? "anyOf" : "oneOf")}` and is now one by `{(site.New.Find("oneOf") is null ? "anyOf" : "oneOf")}`.", Impact.Risky);
        }

        var (pairs, removed, added) = Pair(site, old, @new);
        foreach (var (before, after) in pairs)
            common("", before, after);
        foreach (var variant in removed)
            site.Shifted(CaseRemoved, Shift.Narrower, variant, site.New.Place, $"{site.Name} can no longer be {Say(variant)}.");
        foreach (var variant in added)
        {
            // A generated union keeps a case that it does not know, raw.
            site.List.Add(
                CaseAdded, Shift.Wider.In(site.Traffic, Impact.Risky), site.Old.Place, variant, $"{site.Name} can now be {Say(variant)}.",
                site.Touches, site.Traffic, isAddition: true);
        }
    }

    /// <summary>One schema became a choice that has it as a case, or the other way round.</summary>
    private static void Wrap(SchemaSite site, Action<string, Located, Located> common)
    {
        var isWider = site.Old.Variants.Count == 0;
        var (single, choice) = isWider ? (site.Old, site.New) : (site.New, site.Old);
        var singleSide = isWider ? site.List.Old : site.List.New;
        var choiceSide = isWider ? site.List.New : site.List.Old;
        var key = KeyOf(singleSide, single.Core);
        var same = choice.Variants.FirstOrDefault(variant => KeyOf(choiceSide, variant) == key);
        var shift = single.IsAny || single.Properties.Count + (single.Types?.Count ?? 0) == 0 ? (isWider ? Shift.Narrower : Shift.Wider)
            : same.Node is null ? Shift.Other
            : isWider ? Shift.Wider
            : Shift.Narrower;
        site.Shifted(
            isWider ? BecameChoice : BecameOne, shift, site.Old.Place, site.New.Place,
            $"{site.Name} {(isWider ? "is now a choice of" : "is no longer a choice of")} {string.Join(", ", choice.Variants.Select(Say))}.");
        if (same.Node is not null)
            common("", isWider ? single.Core : same, isWider ? same : single.Core);
    }

    private static (List<(Located Old, Located New)> Pairs, List<Located> Removed, List<Located> Added) Pair(
        SchemaSite site, IReadOnlyList<Located> old, IReadOnlyList<Located> @new)
    {
        var pairs = new List<(Located, Located)>();
        var removed = old.ToList();
        var added = @new.ToList();
        // Cases are the same when they have the same name, else when they say the same.
        Match(
            variant => variant.Text("$ref") is { } reference ? reference[(reference.LastIndexOf('/') + 1)..] : null,
            variant => variant.Text("$ref") is { } reference ? reference[(reference.LastIndexOf('/') + 1)..] : null);
        Match(variant => KeyOf(site.List.Old, variant), variant => KeyOf(site.List.New, variant));
        Match(static variant => variant.Text("title"), static variant => variant.Text("title"));
        // What is left over in equal numbers, and is written in place, was edited.
        if (removed.Count == 1 && added.Count == 1 && !removed[0].IsReference && !added[0].IsReference)
            Match(static _ => "", static _ => "");
        return (pairs, removed, added);

        void Match(Func<Located, string?> ofOld, Func<Located, string?> ofNew)
        {
            foreach (var variant in removed.ToList())
            {
                if (ofOld(variant) is not { } key || added.FindIndex(other => ofNew(other) == key) is not (>= 0 and var at))
                    continue;
                pairs.Add((variant, added[at]));
                removed.Remove(variant);
                added.RemoveAt(at);
            }
        }
    }

    private static string KeyOf(DiffSide side, Located variant) => side.Resolve(variant) is { } schema ? JsonText.OfSchema(schema.Node) : JsonText.OfSchema(variant.Node);

    private static string Say(Located variant) =>
        variant.Text("$ref") is { } reference ? $"`{reference[(reference.LastIndexOf('/') + 1)..]}`"
        : variant.Text("title") is { Length: > 0 } title ? $"`{title}`"
        : variant.Text("type") is { } type ? $"the {type} on line {variant.Node.Span.From.Line + 1}"
        : $"the schema on line {variant.Node.Span.From.Line + 1}";

    private static void CompareTags(SchemaSite site)
    {
        var (old, @new) = (site.Old.Find("discriminator"), site.New.Find("discriminator"));
        if (old is null && @new is null)
            return;
        if (old is null || @new is null)
        {
            var kind = old is null ? TagAdded : TagRemoved;
            site.Shifted(kind, old is null ? Shift.Narrower : Shift.Wider, old, @new,
                $"{site.Name}: {(old is null ? $"`{@new?.Text("propertyName")}` now names the case" : $"`{old.Value.Text("propertyName")}` no longer names the case")}.", Impact.Risky);
            return;
        }

        if (old.Value.Text("propertyName") != @new.Value.Text("propertyName"))
        {
            site.Shifted(TagChanged, Shift.Other, old.Value.Child("propertyName"), @new.Value.Child("propertyName"),
                $"{site.Name}: the case was named by `{old.Value.Text("propertyName")}` and is now named by `{@new.Value.Text("propertyName")}`.");
        }

        CompareMappings(site, old.Value, @new.Value);
    }

    private static void CompareMappings(SchemaSite site, Located old, Located @new)
    {
        var before = old.Entries("mapping").ToDictionary(static entry => entry.Entry.Key, static entry => entry.Value);
        var after = @new.Entries("mapping").ToDictionary(static entry => entry.Entry.Key, static entry => entry.Value);
        foreach (var (name, node) in before.Where(entry => !after.ContainsKey(entry.Key)))
            site.Shifted(MappingRemoved, Shift.Narrower, node, @new, $"{site.Name}: `{name}` no longer names a case.");
        foreach (var (name, node) in after.Where(entry => !before.ContainsKey(entry.Key)))
        {
            site.List.Add(
                MappingAdded, Shift.Wider.In(site.Traffic, Impact.Risky), old, node, $"{site.Name}: `{name}` now names a case.", site.Touches,
                site.Traffic, isAddition: true);
        }

        foreach (var (name, node) in before)
        {
            if (after.TryGetValue(name, out var other) && JsonText.Of(node.Node) != JsonText.Of(other.Node))
                site.Shifted(MappingChanged, Shift.Other, node, other, $"{site.Name}: `{name}` named {JsonText.Shown(node.Node)} and now names {JsonText.Shown(other.Node)}.");
        }
    }
}
