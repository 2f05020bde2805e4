using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>Turns object schemas into records.</summary>
internal sealed class ObjectBinder(BindingContext context, SchemaBinder schemas)
{
    /// <summary>Builds the record of an object schema; a case of a union derives from it.</summary>
    public ObjectModel Build(Located schema, string name, string group)
    {
        var members = ObjectMembers.Of(context, schema);
        var place = schemas.PlanOfCase(schema);
        return Build(schema, members, name, group, place?.Plan, place?.Case);
    }

    /// <summary>Builds a record of gathered members.</summary>
    public ObjectModel Build(Located schema, ObjectMembers members, string name, string group, UnionPlan? plan, UnionPlan.CasePlan? place)
    {
        var scope = plan is null ? MemberNames.Scope(name) : MemberNames.Scope([name, .. plan.AllNames]);
        var properties = new List<PropertyModel>();
        var shared = plan?.Shared.ToDictionary(static property => property.JsonName, StringComparer.Ordinal) ?? [];
        foreach (var property in shared.Values)
            scope.Take(property.Name);

        foreach (var jsonName in members.Names)
        {
            context.Step();
            var isShared = shared.TryGetValue(jsonName, out var inherited);
            var memberName = isShared ? inherited!.Name : MemberNames.Take(scope, jsonName);
            var property = BindProperty(jsonName, memberName, members.SchemasOf(jsonName), members.IsRequired(jsonName)) with { IsInherited = isShared };
            properties.Add(jsonName == plan?.TagName && place is not null ? Tag(property, place) : property);
        }

        if (plan?.TagName is { } tag && place is { Tags.Count: 1 } && !members.Has(tag) && !place.IsUntagged)
            properties.Add(Tag(new PropertyModel(tag, MemberNames.Take(scope, tag), TypeRef.String, Required: true, "Tells this case from the others.", ValueLimits.None), place));

        var chain = SchemaChain.Of(context, schema);
        return new ObjectModel(
            name, group, SchemaFacets.Documentation(chain), context.SourceOf(schema), properties.ToEquatableArray(),
            members.Additional is { } additional ? schemas.Bind(additional) : TypeRef.Json with { Nullable = true }, plan?.Name, chain.Flag("deprecated"));
    }

    // A case writes its own tag, so nobody has to set it and nobody can set a wrong one.
    private static PropertyModel Tag(PropertyModel property, UnionPlan.CasePlan place)
    {
        if (place.Tags.Count != 1)
            return property;
        var type = property.Type.Kind is TypeKind.Enum or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Boolean ? property.Type
            : property.Type.Kind == TypeKind.String ? property.Type
            : property.Constant is null ? TypeRef.String : property.Type;
        return property with { Type = type, Constant = place.Tags[0] };
    }

    /// <summary>Binds a member that one or more schemas describe.</summary>
    /// <param name="jsonName">Its JSON name.</param>
    /// <param name="name">Its C# name.</param>
    /// <param name="descriptions">Its schemas, bases first.</param>
    /// <param name="required">Whether it must be present.</param>
    public PropertyModel BindProperty(string jsonName, string name, IReadOnlyList<Located> descriptions, bool required)
    {
        var chains = descriptions.Reverse().Select(schema => SchemaChain.Of(context, schema)).ToList();
        var type = TypeOf(chains);
        var all = SchemaChain.Combine(chains);
        var constant = SchemaFacets.Constant(all);
        if (constant is not null)
            type = WithConstant(type, constant);

        return new PropertyModel(
            jsonName, name, type, required, SchemaFacets.Documentation(all), SchemaFacets.Limits(all),
            constant is null ? SchemaFacets.Default(all) : null, constant == "null" ? null : constant,
            SchemaFacets.IsSecret(all), SchemaFacets.IsPersonal(all), all.Flag("deprecated"), ReadOnly: all.Flag("readOnly"), WriteOnly: all.Flag("writeOnly"));
    }

    // Of several descriptions the outermost that says more than "anything" wins; it also decides about null.
    private TypeRef TypeOf(List<SchemaChain> chains)
    {
        TypeRef? best = null;
        foreach (var chain in chains)
        {
            var type = schemas.Bind(chain);
            if (best is null || best.Kind == TypeKind.Json || (IsPlain(best) && type.Kind is TypeKind.Enum or TypeKind.Named))
                best = type.Kind == TypeKind.Json && best is not null ? best : type;
        }

        return best ?? (TypeRef.Json with { Nullable = true });
    }

    private static bool IsPlain(TypeRef type) => type.Kind is TypeKind.String or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double;

    private static TypeRef WithConstant(TypeRef type, string constant)
    {
        if (type.Kind is not TypeKind.Json)
            return type with { Nullable = false };
        return constant[0] switch
        {
            '"' => TypeRef.String,
            't' or 'f' => new TypeRef(TypeKind.Boolean),
            '-' or (>= '0' and <= '9') => constant.IndexOfAny(['.', 'e', 'E']) < 0 ? new TypeRef(TypeKind.Int64) : new TypeRef(TypeKind.Double),
            _ => type,
        };
    }
}
