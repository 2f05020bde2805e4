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
        var (minimum, excludesMinimum) = Bound(chain, "minimum", "exclusiveMinimum", static (left, right) => left > right);
        var (maximum, excludesMaximum) = Bound(chain, "maximum", "exclusiveMaximum", static (left, right) => left < right);
        return new ValueLimits(
            chain.Text("pattern"),
            Count(chain, "minLength") ?? Count(chain, "minItems"),
            Count(chain, "maxLength") ?? Count(chain, "maxItems"),
            minimum, maximum, excludesMinimum, excludesMaximum);
    }

    private static int? Count(SchemaChain chain, string keyword) =>
        chain.Find(keyword) is SpecScalar scalar && scalar.TryGetInt64(out var value) && value is >= 0 and <= int.MaxValue ? (int)value : null;

    // `exclusiveMinimum` is a Boolean in OpenAPI 3.0, and a limit of its own since 3.1, of which the stricter counts.
    private static (string? Limit, bool IsExcluded) Bound(SchemaChain chain, string keyword, string exclusive, Func<decimal, decimal, bool> isStricter)
    {
        var inside = Number(chain.Find(keyword));
        var outside = chain.Find(exclusive);
        if (Number(outside) is { } limit && (inside is null || !isStricter(inside.Value, limit)))
            return (Text(limit), true);
        return inside is null ? (null, false) : (Text(inside.Value), outside is SpecScalar flag && flag.TryGetBoolean(out var isExcluded) && isExcluded);
    }

    private static decimal? Number(SpecNode? node) => node is SpecScalar scalar && scalar.TryGetDecimal(out var value) ? value : null;

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
