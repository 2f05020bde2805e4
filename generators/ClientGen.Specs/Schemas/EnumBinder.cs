using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>One value of an enum-to-be with what the contract says of it.</summary>
/// <param name="Value">The scalar.</param>
/// <param name="Name">The name that the contract gives; null when it gives none.</param>
/// <param name="Documentation">What it says of the value.</param>
internal sealed record EnumValue(SpecScalar Value, string? Name, string Documentation);

/// <summary>Turns lists of values into C# enums.</summary>
internal static class EnumBinder
{
    /// <summary>Whether a schema is a list of strings or of integers that becomes a C# enum.</summary>
    public static bool IsEnum(Located schema)
    {
        var values = ValuesOf(schema);
        return values.Count > 0 && !IsTruthText(schema) && (AllText(values) || IsInteger(values)) && SchemaShape.ValueAlternatives(schema).Count == 0;
    }

    /// <summary>Whether a schema is the list <c>"true"</c>, <c>"false"</c>: a Boolean in text form.</summary>
    public static bool IsTruthText(Located schema)
    {
        var values = ValuesOf(schema);
        return values.Count == 2 && AllText(values) && values.Any(static v => v.Value.Text == "true") && values.Any(static v => v.Value.Text == "false");
    }

    /// <summary>Whether all values are integers.</summary>
    public static bool IsInteger(IReadOnlyList<EnumValue> values) =>
        values.Count > 0 && values.All(static v => v.Value.Kind == ScalarKind.Integer && v.Value.TryGetInt64(out _));

    private static bool AllText(IReadOnlyList<EnumValue> values) => values.All(static v => v.Value.Kind == ScalarKind.String);

    /// <summary>Whether the schema of an integer enum also allows the number as text.</summary>
    public static bool AcceptsText(Located schema) => SchemaShape.Types(schema).Contains("string");

    /// <summary>The values of a schema's own <c>enum</c>, null left out, each once.</summary>
    public static IReadOnlyList<EnumValue> ValuesOf(Located schema)
    {
        if (schema.Mapping?.Sequence("enum") is not { } list)
            return [];

        var names = NamesOf(schema);
        var texts = schema.Mapping.Sequence("x-enum-descriptions")?.Items;
        var values = new List<EnumValue>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is not SpecScalar { IsNull: false } scalar || !seen.Add(scalar.Text))
                continue;
            var name = names(scalar.Text, i);
            var text = texts is not null && i < texts.Count ? (texts[i] as SpecScalar)?.AsString : null;
            values.Add(new EnumValue(scalar, name, text ?? ""));
        }

        return values;
    }

    private static Func<string, int, string?> NamesOf(Located schema)
    {
        var byValue = (schema.Child("x-clientgen-events") ?? default).Mapping?.Mapping("names");
        var byPlace = (schema.Mapping?.Sequence("x-enum-varnames") ?? schema.Mapping?.Sequence("x-enumNames"))?.Items;
        return (value, place) =>
            byValue?.Text(value) ?? (byPlace is not null && place < byPlace.Count ? (byPlace[place] as SpecScalar)?.AsString : null);
    }

    /// <summary>Builds the enum.</summary>
    public static EnumModel Build(BindingContext context, Located schema, string name, string group, IReadOnlyList<EnumValue> values)
    {
        var isInteger = IsInteger(values);
        var unknownWanted = values.Any(static v => Naming.EnumMember(v.Name ?? v.Value.Text) == "Unknown") ? "Unrecognized" : "Unknown";
        var scope = new NameScope("value__");
        var unknown = isInteger ? null : scope.Take(unknownWanted, "UnknownValue");
        var terminal = TerminalValues(schema);
        var members = new List<EnumMemberModel>();
        var is64Bit = false;
        foreach (var value in values)
        {
            if (value.Value.TryGetInt64(out var number))
                is64Bit |= isInteger && number is < int.MinValue or > int.MaxValue;
            var wanted = Naming.EnumMember(value.Name ?? value.Value.Text);
            members.Add(new EnumMemberModel(
                scope.Take(wanted, wanted + "Value"), isInteger ? Canonical(value.Value) : value.Value.Text, value.Documentation, terminal.Contains(value.Value.Text)));
        }

        return new EnumModel(
            name, group, SchemaFacets.Documentation(SchemaChain.Of(context, schema)), context.SourceOf(schema), isInteger, is64Bit, unknown,
            members.ToEquatableArray(), isInteger && AcceptsText(schema));
    }

    private static string Canonical(SpecScalar scalar) =>
        scalar.TryGetInt64(out var number) ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : scalar.Text;

    private static HashSet<string> TerminalValues(Located schema)
    {
        var terminal = (schema.Child("x-clientgen-events") ?? default).Mapping?.Sequence("terminal");
        return [.. terminal?.Items.OfType<SpecScalar>().Select(static item => item.Text) ?? []];
    }
}
