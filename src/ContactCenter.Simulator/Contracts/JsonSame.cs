using System.Globalization;
using System.Text.Json;
using ClientGen.Specs.Reading;

namespace ContactCenter.Simulator.Contracts;

/// <summary>Compares a JSON value with one that a contract writes.</summary>
internal static class JsonSame
{
    /// <summary>Whether both are the same by JSON Schema: numbers by value, members in any order.</summary>
    public static bool Same(SpecNode written, JsonElement value) => written switch
    {
        SpecScalar scalar => Same(scalar, value),
        SpecSequence sequence => value.ValueKind == JsonValueKind.Array
            && value.GetArrayLength() == sequence.Items.Count
            && sequence.Items.Zip(value.EnumerateArray()).All(static pair => Same(pair.First, pair.Second)),
        SpecMapping mapping => value.ValueKind == JsonValueKind.Object
            && value.EnumerateObject().Count() == mapping.Count
            && mapping.Entries.All(entry => value.TryGetProperty(entry.Key, out var member) && Same(entry.Value, member)),
        _ => false,
    };

    /// <summary>The value as JSON, for a message.</summary>
    public static string Show(SpecNode written) => written switch
    {
        SpecScalar { Kind: ScalarKind.String } text => JsonSerializer.Serialize(text.Text),
        SpecScalar scalar => scalar.Text,
        _ => "a value of another shape",
    };

    private static bool Same(SpecScalar scalar, JsonElement value) => scalar.Kind switch
    {
        ScalarKind.Null => value.ValueKind == JsonValueKind.Null,
        ScalarKind.Boolean => value.ValueKind == (scalar.TryGetBoolean(out var truth) && truth ? JsonValueKind.True : JsonValueKind.False),
        ScalarKind.String => value.ValueKind == JsonValueKind.String && value.ValueEquals(scalar.Text),
        _ => value.ValueKind == JsonValueKind.Number
            && (scalar.TryGetDecimal(out var left) && value.TryGetDecimal(out var right)
                ? left == right
                : string.Equals(scalar.Text, value.GetRawText(), StringComparison.Ordinal)),
    };
}
