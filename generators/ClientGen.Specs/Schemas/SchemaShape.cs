using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>Questions about one schema object, answered alike for OpenAPI 3.0 and JSON Schema 2020-12.</summary>
internal static class SchemaShape
{
    /// <summary>The type names of a schema without <c>null</c>, guessed from other keywords where <c>type</c> is missing; empty when anything goes.</summary>
    public static IReadOnlyList<string> Types(Located schema)
    {
        var mapping = schema.Mapping;
        switch (mapping?["type"])
        {
            case SpecScalar { AsString: { } single }:
                return single == "null" ? [] : [single];
            case SpecSequence several:
                return [.. several.Items.OfType<SpecScalar>().Select(static item => item.Text).Where(static text => text != "null").Distinct()];
        }

        if (mapping is null)
            return [];
        if (mapping.Contains("properties") || mapping.Contains("additionalProperties") || mapping.Contains("patternProperties"))
            return ["object"];
        if (mapping.Contains("items") || mapping.Contains("prefixItems"))
            return ["array"];
        if (mapping.Contains("pattern") || mapping.Contains("minLength") || mapping.Contains("maxLength") || mapping.Contains("contentEncoding"))
            return ["string"];
        return [];
    }

    /// <summary>Whether the schema itself allows JSON <c>null</c>.</summary>
    public static bool AllowsNull(Located schema)
    {
        if (schema.Mapping is not { } mapping)
            return false;
        if (schema.Flag("nullable"))
            return true;
        if (IsNullType(mapping["type"]))
            return true;
        if (mapping.Sequence("enum") is { } values && values.Items.Any(static item => item is SpecScalar { IsNull: true }))
            return mapping["type"] is null;
        return Alternatives(schema).Any(IsNullOnly);
    }

    private static bool IsNullType(SpecNode? type) => type switch
    {
        SpecSequence several => several.Items.Any(static item => item is SpecScalar { Text: "null" }),
        SpecScalar single => single.AsString == "null",
        _ => false,
    };

    /// <summary>Whether the schema allows nothing but JSON <c>null</c>.</summary>
    public static bool IsNullOnly(Located schema) =>
        schema.Mapping is { } mapping
        && (mapping.Text("type") == "null"
            || mapping["const"] is SpecScalar { IsNull: true }
            || (mapping.Sequence("enum") is { Items.Count: > 0 } values && values.Items.All(static item => item is SpecScalar { IsNull: true })));

    /// <summary>The schemas under <c>oneOf</c>, else under <c>anyOf</c>.</summary>
    public static IEnumerable<Located> Alternatives(Located schema) =>
        schema.Mapping?.Sequence("oneOf") is not null ? schema.Items("oneOf") : schema.Items("anyOf");

    /// <summary>The alternatives that are values: not <c>null</c>, and not mere constraints such as <c>required</c>.</summary>
    public static IReadOnlyList<Located> ValueAlternatives(Located schema)
    {
        var alternatives = Alternatives(schema).Where(static item => !IsNullOnly(item)).ToList();
        return alternatives.Count > 0 && alternatives.All(IsConstraintOnly) ? [] : alternatives;
    }

    private static bool IsConstraintOnly(Located schema) =>
        schema.Mapping is { } mapping && !mapping.Contains("$ref")
        && mapping.Entries.All(static entry => entry.Key is "required" or "not" or "minProperties" or "maxProperties" or "description" or "title" or "dependentRequired");

    /// <summary>Whether the schema describes objects with members of its own, through <c>allOf</c> too.</summary>
    public static bool IsObject(BindingContext context, Located schema, int depth = 0)
    {
        const int MaxDepth = 32;
        var last = SchemaChain.Of(context, schema).Last;
        if (Types(last) is [var only])
            return only == "object";
        return depth < MaxDepth && last.Mapping?.Contains("$ref") == true
            ? context.Resolve(last) is { } target && IsObject(context, target, depth + 1)
            : depth < MaxDepth && last.Items("allOf").Any(item => IsObject(context, item, depth + 1));
    }
}
