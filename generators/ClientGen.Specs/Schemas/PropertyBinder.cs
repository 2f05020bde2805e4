using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;

namespace ClientGen.Specs.Schemas;

/// <summary>Binds members of records, and whatever else has a name and a schema.</summary>
internal sealed class PropertyBinder(BindingContext context, SchemaTypes types)
{
    /// <summary>Binds a member that one or more schemas describe.</summary>
    /// <param name="jsonName">Its JSON name.</param>
    /// <param name="name">Its C# name.</param>
    /// <param name="descriptions">Its schemas, bases first; empty when it is only known to exist.</param>
    /// <param name="required">Whether it must be present.</param>
    public PropertyModel Bind(string jsonName, string name, IReadOnlyList<Located> descriptions, bool required)
    {
        if (descriptions.Count == 0)
            return new PropertyModel(jsonName, name, SchemaTypes.AnyJson, required, "", ValueLimits.None);

        var chains = descriptions.Reverse().Select(schema => SchemaChain.Of(context, schema)).ToList();
        var all = SchemaChain.Combine(chains);
        var constant = SchemaFacets.Constant(all);
        var type = constant is null ? TypeOf(chains) : OfConstant(TypeOf(chains), constant);
        return new PropertyModel(
            jsonName, name, type, required, SchemaFacets.Documentation(all), SchemaFacets.Limits(all),
            constant is null ? SchemaFacets.Default(all) : null, constant == "null" ? null : constant,
            SchemaFacets.IsSecret(all), SchemaFacets.IsPersonal(all), all.Flag("deprecated"), ReadOnly: all.Flag("readOnly"), WriteOnly: all.Flag("writeOnly"));
    }

    // Of several descriptions the outermost that says more than "anything" or "a text" wins; the outermost decides about null.
    private TypeRef TypeOf(List<SchemaChain> chains)
    {
        var best = types.Bind(chains[0]);
        foreach (var chain in chains.Skip(1))
        {
            var type = types.Bind(chain);
            if (best.Kind == TypeKind.Json ? type.Kind != TypeKind.Json : IsPlain(best) && type.Kind is TypeKind.Enum or TypeKind.Named)
                best = type;
        }

        return best;
    }

    private static bool IsPlain(TypeRef type) => type.Kind is TypeKind.String or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double;

    // The value says the type where the schema does not, and is not null where the schema would allow it.
    private static TypeRef OfConstant(TypeRef type, string constant) => constant switch
    {
        "null" => type,
        _ when type.Kind != TypeKind.Json => type with { Nullable = false },
        ['"', ..] => TypeRef.String,
        "true" or "false" => new TypeRef(TypeKind.Boolean),
        ['-' or (>= '0' and <= '9'), ..] => new TypeRef(constant.IndexOfAny(['.', 'e', 'E']) < 0 ? TypeKind.Int64 : TypeKind.Double),
        _ => type,
    };
}
