using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>Questions about one schema object, answered alike for OpenAPI 3.0 and JSON Schema 2020-12.</summary>
internal static class SchemaShape
{
    /// <summary>The type names of a schema without <c>null</c>, guessed from other keywords where <c>type</c> is missing; empty when anything goes.</summary>
    public static IReadOnlyList<string> Types(Located schema)
    {
        if (schema.Mapping is not { } mapping)
            return [];
        switch (mapping["type"])
        {
            case SpecScalar { AsString: { } single }:
                return single == "null" ? [] : [single];
            case SpecSequence several:
                return [.. several.Items.OfType<SpecScalar>().Where(static item => !IsNullWord(item)).Select(static item => item.Text).Distinct()];
        }

        if (mapping.Contains("properties") || mapping.Contains("additionalProperties") || mapping.Contains("patternProperties"))
            return ["object"];
        if (mapping.Contains("items") || mapping.Contains("prefixItems"))
            return ["array"];
        if (mapping.Contains("pattern") || mapping.Contains("minLength") || mapping.Contains("maxLength") || mapping.Contains("contentEncoding"))
            return ["string"];
        return TypesOfValues(mapping);
    }

    // `const` and `enum` say by their values what the type is.
    private static IReadOnlyList<string> TypesOfValues(SpecMapping mapping)
    {
        IEnumerable<SpecNode> values = mapping["const"] is { } only ? [only] : mapping.Sequence("enum")?.Items ?? [];
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (value is not SpecScalar scalar)
                return [];
            switch (scalar.Kind)
            {
                case ScalarKind.Boolean:
                    types.Add("boolean");
                    break;
                case ScalarKind.Integer:
                    types.Add("integer");
                    break;
                case ScalarKind.Number:
                    types.Add("number");
                    break;
                case ScalarKind.String:
                    types.Add("string");
                    break;
            }
        }

        if (types.Contains("number"))
            types.Remove("integer");
        return [.. types];
    }

    /// <summary>Whether the schema itself allows JSON <c>null</c>.</summary>
    public static bool AllowsNull(Located schema)
    {
        if (schema.Mapping is not { } mapping)
            return false;

        // `nullable` beside a $ref is ignored by the letter of OpenAPI 3.0. Who writes it means it, and taking null does no harm.
        if (schema.Flag("nullable") || IsNullType(mapping["type"]))
            return true;
        if (mapping.Sequence("enum") is { } values && values.Items.Any(static item => item is SpecScalar { IsNull: true }))
            return mapping["type"] is null;
        return Alternatives(schema).Any(IsNullOnly);
    }

    private static bool IsNullType(SpecNode? type) => type switch
    {
        SpecSequence several => several.Items.Any(static item => item is SpecScalar word && IsNullWord(word)),
        SpecScalar single => single.AsString == "null",
        _ => false,
    };

    // YAML reads an unquoted null as the value, not as the word that JSON Schema means.
    private static bool IsNullWord(SpecScalar item) => item.IsNull || item.Text == "null";

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

    /// <summary>Whether the schema itself declares members, beside alternatives that it may have: those belong to every alternative.</summary>
    public static bool HasMembersOfItsOwn(Located schema) =>
        schema.Mapping is { } mapping && (mapping.Contains("properties") || mapping.Sequence("allOf") is { Items.Count: > 0 });

    /// <summary>Whether what a value looks like depends on the schema that it is reached through.</summary>
    public static bool IsDynamic(Located schema) =>
        schema.Mapping is { } mapping && (mapping.Contains("$dynamicRef") || mapping.Contains("$recursiveRef"));

    /// <summary>Whether the schema describes objects, through references and <c>allOf</c> too.</summary>
    public static bool IsObject(BindingContext context, Located schema)
    {
        // Each schema is looked at once: `allOf: [A, A]` level upon level would otherwise take exponential time.
        var seen = new HashSet<SpecNode>();
        var open = new Queue<Located>();
        open.Enqueue(schema);
        while (open.Count > 0)
        {
            var last = SchemaChain.Of(context, open.Dequeue()).Last;
            if (!seen.Add(last.Node))
                continue;
            if (Types(last) is [var only])
            {
                if (only == "object")
                    return true;
                continue;
            }

            if (last.Mapping?.Contains("$ref") == true && context.Resolve(last) is { } target)
                open.Enqueue(target);
            foreach (var part in last.Items("allOf"))
                open.Enqueue(part);
        }

        return false;
    }
}
