using System.Globalization;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>An alternative of a union, as far as its members tell it from the others.</summary>
/// <param name="Schema">The schema behind its references.</param>
/// <param name="Members">The members of an object; null for other values.</param>
/// <param name="Inner">The alternatives of an alternative that is a union itself; empty for others.</param>
internal sealed record Variant(Located Schema, ObjectMembers? Members, IReadOnlyList<Variant> Inner);

/// <summary>Finds the member that names the case, and its values.</summary>
internal sealed class UnionTags(BindingContext context)
{
    // An enum that lists more values than this is a value of its own, not the name of a case.
    private const int MostValuesOfOneCase = 16;

    /// <summary>The JSON name of the tag; null when the cases have to be told apart otherwise.</summary>
    public string? NameOf(Located union, IReadOnlyList<Variant> variants)
    {
        if (variants.Any(static variant => variant.Members is null && variant.Inner.Count == 0))
            return null;
        if ((union.Child("discriminator") ?? default).Text("propertyName") is { } declared)
            return declared;

        // Without a discriminator: a member whose constants differ from case to case, missing in at most one of them.
        return variants.SelectMany(NamesOf).Distinct(StringComparer.Ordinal).FirstOrDefault(name => context.Step() && TellsApart(name, variants));
    }

    private static IEnumerable<string> NamesOf(Variant variant) => variant.Members?.Names ?? variant.Inner.SelectMany(NamesOf);

    private bool TellsApart(string name, IReadOnlyList<Variant> variants)
    {
        var untagged = 0;
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var variant in variants)
        {
            var values = ValuesOf(variant, name);
            if (values.Count == 0 && ++untagged > 1)
                return false;
            if (values.Any(value => !all.Add(value)))
                return false;
        }

        return all.Count > 1;
    }

    /// <summary>The JSON texts of the tag that choose a case; empty when the case is the one without a tag.</summary>
    public IReadOnlyList<string> ValuesOf(Located union, string tag, Variant variant)
    {
        if (union.Child("discriminator") is not { } discriminator)
            return ValuesOf(variant, tag);

        var mapped = Mapped(union, discriminator, tag, variant);
        if (mapped.Count > 0)
            return mapped;
        var constants = ValuesOf(variant, tag);
        // OpenAPI: without a mapping the name of the component is the value.
        return constants.Count > 0 ? constants : [JsonLiteral.Of(ComponentName(variant.Schema))];
    }

    // Constants of a member, and the values of a short enum, as JSON texts; for a union, those of all its cases.
    private IReadOnlyList<string> ValuesOf(Variant variant, string name) =>
        variant.Members is { } members ? Constants(members, name) : [.. variant.Inner.SelectMany(inner => ValuesOf(variant.Schema, name, inner)).Distinct()];

    /// <summary>The values that a member can have when they are few, as JSON texts; empty when they are many or not listed.</summary>
    public IReadOnlyList<string> Constants(ObjectMembers members, string name)
    {
        foreach (var schema in members.SchemasOf(name).Reverse())
        {
            var chain = SchemaChain.Of(context, schema);
            if (SchemaFacets.Constant(chain) is { } constant)
                return constant == "null" ? [] : [constant];
            var values = EnumValues.Of(chain.Last);
            if (values.Count is > 0 and <= MostValuesOfOneCase)
                return [.. values.Select(static value => JsonLiteral.Of(value.Value)).OfType<string>()];
        }

        return [];
    }

    private List<string> Mapped(Located union, Located discriminator, string tag, Variant variant)
    {
        var values = new List<string>();
        foreach (var (entry, value) in discriminator.Entries("mapping"))
        {
            if (value.Node is SpecScalar { AsString: { } target } && Leads(union, target, variant))
                values.Add(ValueOfKey(entry.Key, tag, variant));
        }

        return values;
    }

    private bool Leads(Located union, string target, Variant variant) =>
        context.Find(union, target)?.Node == variant.Schema.Node
        || (target.IndexOfAny(['#', '/']) < 0 && ComponentName(variant.Schema) == target)
        || variant.Inner.Any(inner => Leads(union, target, inner));

    // Keys of a mapping are strings; the member may be a number all the same.
    private string ValueOfKey(string key, string tag, Variant variant)
    {
        var isInteger = variant.Members?.SchemasOf(tag).Any(schema => SchemaShape.Types(SchemaChain.Of(context, schema).Last) is ["integer"]) == true;
        return isInteger && long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : JsonLiteral.Of(key);
    }

    private static string ComponentName(Located schema) =>
        schema.Node.Key ?? "";
}
