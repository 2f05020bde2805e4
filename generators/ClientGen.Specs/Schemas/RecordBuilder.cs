using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;

namespace ClientGen.Specs.Schemas;

/// <summary>Builds the records of objects; a case of a union derives from it.</summary>
internal sealed class RecordBuilder(BindingContext context, SchemaKinds kinds, SchemaTypes types, PropertyBinder properties, UnionPlanner unions)
{
    /// <summary>Builds the record of a schema.</summary>
    public ObjectModel Build(NamedSchema named)
    {
        var members = kinds.Members(named.Schema);
        return unions.PlaceOf(named.Schema) is var (plan, place)
            ? BuildCase(named.Schema, members, named.Name, named.Group, plan, place)
            : Build(named.Schema, members, named.Name, named.Group, null, Properties(members, named.Name));
    }

    /// <summary>Builds the record of a case that merges a schema with the members of its union.</summary>
    public ObjectModel BuildMerged(CasePlan place, UnionPlan plan, string group) => BuildCase(place.Schema, place.Members!, place.Name, group, plan, place);

    private ObjectModel BuildCase(Located schema, ObjectMembers members, string name, string group, UnionPlan plan, CasePlan place) =>
        Build(schema, members, name, group, plan.Name, PropertiesOfCase(members, plan, place));

    private ObjectModel Build(Located schema, ObjectMembers members, string name, string group, string? @base, List<PropertyModel> own)
    {
        var chain = SchemaChain.Of(context, schema);
        return new ObjectModel(
            name, group, SchemaFacets.Documentation(chain), context.SourceOf(schema), own.ToEquatableArray(),
            members.Additional is { } additional ? types.Bind(additional) : SchemaTypes.AnyJson, @base, chain.Flag("deprecated"));
    }

    private List<PropertyModel> Properties(ObjectMembers members, string typeName)
    {
        var names = MemberNames.Scope(typeName);
        return [.. members.Names.Where(_ => context.Step()).Select(jsonName => Property(members, jsonName, MemberNames.Take(names, jsonName)))];
    }

    private List<PropertyModel> PropertiesOfCase(ObjectMembers members, UnionPlan plan, CasePlan place)
    {
        // Names that the base has given come first, so that members of the case make way.
        var names = MemberNames.Scope(plan.TypeNames);
        var shared = plan.Shared.ToDictionary(static property => property.JsonName, property => names.Take(property.Name), StringComparer.Ordinal);
        var tagName = plan.Tag is { } shown ? names.Take(shown.Name) : null;
        var found = new List<PropertyModel>();
        foreach (var jsonName in members.Names.Where(_ => context.Step()))
        {
            if (jsonName == plan.TagName && !place.IsUntagged)
                found.Add(unions.Tag(place, jsonName) with { Name = tagName ?? MemberNames.Take(names, jsonName) });
            else if (shared.TryGetValue(jsonName, out var inherited))
                found.Add(Property(members, jsonName, inherited) with { IsInherited = true });
            else
                found.Add(Property(members, jsonName, jsonName == plan.TagName && tagName is not null ? tagName : MemberNames.Take(names, jsonName)));
        }

        // OpenAPI's mapping may name a tag that the schema forgot to declare.
        if (plan.TagName is { } tag && place.Tags.Count == 1 && !members.Has(tag))
            found.Add(unions.Tag(place, tag) with { Name = tagName ?? MemberNames.Take(names, tag) });
        return found;
    }

    private PropertyModel Property(ObjectMembers members, string jsonName, string name) =>
        properties.Bind(jsonName, name, members.SchemasOf(jsonName), members.IsRequired(jsonName));
}
