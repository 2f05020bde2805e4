using System.Globalization;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>What schemas say about a value beside its type.</summary>
internal static class SchemaFacets
{
    /// <summary>The description, or else the title; empty when there is none.</summary>
    public static string Documentation(SchemaChain chain) => chain.Text("description") ?? chain.Text("title") ?? "";

    /// <summary>Whether the value is a credential.</summary>
    public static bool IsSecret(SchemaChain chain) => chain.Links.Any(static link => link.Text("format") == "password");

    /// <summary>Whether the value is personal data.</summary>
    public static bool IsPersonal(SchemaChain chain) => chain.Flag("x-clientgen-personal");

    /// <summary>The JSON text of the default; null when there is none.</summary>
    public static string? Default(SchemaChain chain) => chain.Find("default") is { } value ? JsonLiteral.Of(value) : null;

    /// <summary>The JSON text of the only allowed value; null when there is none.</summary>
    public static string? Constant(SchemaChain chain) => chain.Find("const") is { } value ? JsonLiteral.Of(value) : null;

    /// <summary>Limits of the value.</summary>
    public static ValueLimits Limits(SchemaChain chain)
    {
        var exclusiveMinimum = chain.Find("exclusiveMinimum") as SpecScalar;
        var exclusiveMaximum = chain.Find("exclusiveMaximum") as SpecScalar;
        var limits = new ValueLimits(
            chain.Text("pattern"),
            Count(chain, "minLength") ?? Count(chain, "minItems"),
            Count(chain, "maxLength") ?? Count(chain, "maxItems"),
            Number(chain, "minimum") ?? Bound(exclusiveMinimum),
            Number(chain, "maximum") ?? Bound(exclusiveMaximum),
            Excludes(exclusiveMinimum),
            Excludes(exclusiveMaximum));
        return limits == ValueLimits.None ? ValueLimits.None : limits;
    }

    private static int? Count(SchemaChain chain, string keyword) =>
        chain.Find(keyword) is SpecScalar scalar && scalar.TryGetInt64(out var value) && value is >= 0 and <= int.MaxValue ? (int)value : null;

    private static string? Number(SchemaChain chain, string keyword) => Bound(chain.Find(keyword) as SpecScalar);

    private static string? Bound(SpecScalar? scalar) =>
        scalar is not null && scalar.TryGetDecimal(out var value) ? value.ToString(CultureInfo.InvariantCulture) : null;

    // A Boolean in OpenAPI 3.0, a number of its own since 3.1.
    private static bool Excludes(SpecScalar? scalar) =>
        scalar is not null && (scalar.TryGetBoolean(out var flag) ? flag : scalar.TryGetDecimal(out _));
}
