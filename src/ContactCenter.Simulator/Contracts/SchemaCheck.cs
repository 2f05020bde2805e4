using System.Text.Json;
using ClientGen.Specs.Reading;

namespace ContactCenter.Simulator.Contracts;

/// <summary>Checks JSON values against the schemas of a contract (JSON Schema 2020-12, the keywords that contracts use).</summary>
/// <remarks>Immutable and safe to use from several threads.</remarks>
internal sealed partial class SchemaCheck
{
    /// <summary>A schema may refer to itself; deeper than this no JSON of ours goes.</summary>
    private const int DeepestNesting = 128;

    private readonly bool _openEnums;

    private SchemaCheck(bool openEnums) => _openEnums = openEnums;

    /// <summary>For requests: an enum lists all that a caller may say.</summary>
    public static SchemaCheck Strict { get; } = new(openEnums: false);

    /// <summary>For answers: where <c>x-clientgen-events</c> calls an enum open, a newer platform may say more.</summary>
    public static SchemaCheck OpenEnums { get; } = new(openEnums: true);

    /// <summary>Checks a value.</summary>
    /// <returns>What is wrong, in the order of the schema; empty when the contract allows the value.</returns>
    public IReadOnlyList<SchemaFault> Check(ContractPlace schema, JsonElement value)
    {
        var faults = new List<SchemaFault>();
        Check(schema, value, "", faults, 0);
        return faults;
    }

    private void Check(ContractPlace schema, JsonElement value, string pointer, List<SchemaFault> faults, int depth)
    {
        if (depth > DeepestNesting)
        {
            faults.Add(new SchemaFault(pointer, $"is nested deeper than {DeepestNesting} levels", schema.Where));
            return;
        }

        if (schema.Node is SpecScalar constant)
        {
            // `true` allows everything, `false` nothing.
            if (constant.TryGetBoolean(out var allowed) && !allowed)
                faults.Add(new SchemaFault(pointer, "must not be here", schema.Where));
            return;
        }

        // In 3.1 a reference and its siblings both count.
        if (schema.Text("$ref") is { } reference)
            Check(schema.Target(reference), value, pointer, faults, depth + 1);

        if (!CheckType(schema, value, pointer, faults))
            return;

        CheckVocabulary(schema, value, pointer, faults);
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                CheckString(schema, value.GetString()!, pointer, faults, depth);
                break;
            case JsonValueKind.Number:
                CheckNumber(schema, value, pointer, faults);
                break;
            case JsonValueKind.Array:
                CheckArray(schema, value, pointer, faults, depth);
                break;
            case JsonValueKind.Object:
                CheckObject(schema, value, pointer, faults, depth);
                break;
        }

        CheckCombinations(schema, value, pointer, faults, depth);
    }

    private bool Allows(ContractPlace schema, JsonElement value, int depth)
    {
        var faults = new List<SchemaFault>();
        Check(schema, value, "", faults, depth);
        return faults.Count == 0;
    }

    private static bool CheckType(ContractPlace schema, JsonElement value, string pointer, List<SchemaFault> faults)
    {
        var types = schema["type"] switch
        {
            { Node: SpecScalar { AsString: { } one } } => [one],
            { Node: SpecSequence } several => [.. several.Items().Select(static item => ((SpecScalar)item.Node).Text)],
            _ => Array.Empty<string>(),
        };
        if (types.Length == 0 || types.Any(type => IsOfType(value, type)))
            return true;

        faults.Add(new SchemaFault(pointer, $"is {KindOf(value)} and must be {string.Join(" or ", types)}", schema.Where));
        return false;
    }

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        // 1.0 is an integer too.
        "integer" => value.ValueKind == JsonValueKind.Number && (!value.TryGetDecimal(out var number) || decimal.IsInteger(number)),
        _ => false,
    };

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Null => "null",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private void CheckVocabulary(ContractPlace schema, JsonElement value, string pointer, List<SchemaFault> faults)
    {
        if (schema["const"] is { } constant && !JsonSame.Same(constant.Node, value))
            faults.Add(new SchemaFault(pointer, $"must be {JsonSame.Show(constant.Node)}", schema.Where));

        if (schema["enum"] is not { } words || words.Items().Any(word => JsonSame.Same(word.Node, value)))
            return;

        var open = schema["x-clientgen-events"]?["open"]?.Node is SpecScalar mark && mark.TryGetBoolean(out var isOpen) && isOpen;
        if (!open || !_openEnums)
        {
            var known = string.Join(", ", words.Items().Take(12).Select(static word => JsonSame.Show(word.Node)));
            faults.Add(new SchemaFault(pointer, $"is none of the documented values: {known}", schema.Where));
        }
    }
}
