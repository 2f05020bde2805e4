using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff.Schemas;

/// <summary>Types, formats and "or null".</summary>
internal static class TypeDiff
{
    private static readonly ChangeKind Narrowed = new("type-narrowed", "A value allows fewer types");
    private static readonly ChangeKind Widened = new("type-widened", "A value allows more types");
    private static readonly ChangeKind Changed = new("type-changed", "A value has another type");
    private static readonly ChangeKind FormatNarrowed = new("format-narrowed", "The format of a value allows less");
    private static readonly ChangeKind FormatWidened = new("format-widened", "The format of a value allows more");
    private static readonly ChangeKind FormatChanged = new("format-changed", "A value has another format");
    private static readonly ChangeKind BecameNullable = new("became-nullable", "A value may be null");
    private static readonly ChangeKind BecameNotNullable = new("became-not-nullable", "A value may no longer be null");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } = [Narrowed, Widened, Changed, FormatNarrowed, FormatWidened, FormatChanged, BecameNullable, BecameNotNullable];

    /// <summary>Formats whose values all have the other one too.</summary>
    private static readonly HashSet<(string Narrow, string Wide)> Within =
        [("int32", "int64"), ("float", "double"), ("date", "date-time"), ("ipv4", "ip"), ("ipv6", "ip"), ("uri", "uri-reference"), ("uri", "iri")];

    /// <summary>Compares; tells whether the two are so alike that looking into them makes sense.</summary>
    public static bool Compare(SchemaSite site)
    {
        var (old, @new) = (site.Old, site.New);
        var isSame = CompareTypes(site);
        if (old.Types is not null && @new.Types is not null && old.IsNullable != @new.IsNullable)
        {
            site.Shifted(
                @new.IsNullable ? BecameNullable : BecameNotNullable, @new.IsNullable ? Shift.Wider : Shift.Narrower, old.Find("type"), @new.Find("nullable") ?? @new.Find("type"),
                $"{site.Name} {(@new.IsNullable ? "may now be null" : "may no longer be null")}.");
        }

        if (isSame)
            CompareFormats(site);
        return isSame;
    }

    private static bool CompareTypes(SchemaSite site)
    {
        var (old, @new) = (site.Old.Types, site.New.Types);
        // A choice says its types in its cases, which are compared one by one.
        if (site.Old.Variants.Count > 0 != site.New.Variants.Count > 0 || (old is null && @new is null) || (old is not null && @new is not null && old.SetEquals(@new)))
            return true;

        var shift = old is null ? Shift.Narrower
            : @new is null ? Shift.Wider
            : old.All(type => Allows(@new, type)) ? Shift.Wider
            : @new.All(type => Allows(old, type)) ? Shift.Narrower
            : Shift.Other;
        var kind = shift switch { Shift.Narrower => Narrowed, Shift.Wider => Widened, _ => Changed };
        site.Shifted(kind, shift, site.Old.Find("type"), site.New.Find("type"), $"{site.Name} was {Say(old)} and is now {Say(@new)}.");
        return shift != Shift.Other && old is not null && @new is not null;
    }

    private static void CompareFormats(SchemaSite site)
    {
        var (oldNode, newNode) = (site.Old.Find("format"), site.New.Find("format"));
        var (old, @new) = ((oldNode?.Node as SpecScalar)?.AsString, (newNode?.Node as SpecScalar)?.AsString);
        if (old == @new)
            return;
        var shift = old is null || (@new is not null && Within.Contains((@new, old))) ? Shift.Narrower
            : @new is null || Within.Contains((old, @new)) ? Shift.Wider
            : Shift.Other;
        var kind = shift switch { Shift.Narrower => FormatNarrowed, Shift.Wider => FormatWidened, _ => FormatChanged };
        // Formats of numbers say how large they are; those of text are a promise that few services check.
        var harm = shift == Shift.Other || site.New.Types?.Overlaps(["integer", "number"]) == true ? Impact.Breaking : Impact.Risky;
        site.Shifted(kind, shift, oldNode, newNode, $"{site.Name} had {SayFormat(old)} and now has {SayFormat(@new)}.", harm);
    }

    private static bool Allows(IReadOnlySet<string> types, string type) => types.Contains(type) || (type == "integer" && types.Contains("number"));

    private static string Say(IReadOnlySet<string>? types) => types is null ? "of any type" : types.Count == 0 ? "of no type" : string.Join(" or ", types.Order(StringComparer.Ordinal));

    private static string SayFormat(string? format) => format is null ? "no format" : $"the format `{format}`";
}
