using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>One value of an enum-to-be with what the contract says of it.</summary>
/// <param name="Value">The scalar.</param>
/// <param name="Name">The name that the contract gives; null when it gives none.</param>
/// <param name="Documentation">What it says of the value.</param>
internal sealed record EnumValue(SpecScalar Value, string? Name, string Documentation);

/// <summary>Reads the lists of values that a schema allows.</summary>
internal static class EnumValues
{
    /// <summary>The values of a schema's own <c>enum</c>, null left out, each once.</summary>
    public static IReadOnlyList<EnumValue> Of(Located schema)
    {
        if (schema.Mapping?.Sequence("enum") is not { } list)
            return [];

        var names = NamesOf(schema);
        var texts = (schema.Mapping.Sequence("x-enum-descriptions") ?? schema.Mapping.Sequence("x-enumDescriptions"))?.Items;
        var values = new List<EnumValue>();
        var seen = new HashSet<(ScalarKind, string)>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is SpecScalar { IsNull: false } scalar && seen.Add((scalar.Kind, scalar.Text)))
                values.Add(new EnumValue(scalar, names(scalar.Text, i), TextAt(texts, i) ?? ""));
        }

        return values;
    }

    // Our own key wins over the two that other tools use.
    private static Func<string, int, string?> NamesOf(Located schema)
    {
        var byValue = (schema.Child("x-clientgen-events") ?? default).Mapping?.Mapping("names");
        var byPlace = (schema.Mapping?.Sequence("x-enum-varnames") ?? schema.Mapping?.Sequence("x-enumNames"))?.Items;
        return (value, place) => byValue?.Text(value) ?? TextAt(byPlace, place);
    }

    private static string? TextAt(IReadOnlyList<SpecNode>? items, int place) =>
        items is not null && place < items.Count ? (items[place] as SpecScalar)?.AsString : null;

    /// <summary>Whether all values are strings, or all are integers of 64 bits: what a C# enum can list.</summary>
    public static bool FitOneEnum(IReadOnlyList<EnumValue> values) =>
        values.Count > 0 && (values.All(static v => v.Value.Kind == ScalarKind.String) || AreIntegers(values));

    /// <summary>Whether all values are integers of 64 bits.</summary>
    public static bool AreIntegers(IReadOnlyList<EnumValue> values) =>
        values.Count > 0 && values.All(static v => v.Value.Kind == ScalarKind.Integer && v.Value.TryGetInt64(out _));

    /// <summary>Whether the values are the texts <c>"true"</c> and <c>"false"</c>: a Boolean in text form.</summary>
    public static bool AreTruthTexts(IReadOnlyList<EnumValue> values) =>
        values.Count == 2 && values.All(static v => v.Value.AsString is "true" or "false") && values[0].Value.Text != values[1].Value.Text;

    /// <summary>Values after which no further event comes.</summary>
    public static HashSet<string> Terminal(Located schema)
    {
        var terminal = (schema.Child("x-clientgen-events") ?? default).Mapping?.Sequence("terminal");
        return [.. terminal?.Items.OfType<SpecScalar>().Select(static item => item.Text) ?? []];
    }
}
