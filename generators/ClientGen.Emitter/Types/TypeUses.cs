using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>The types that a type speaks of.</summary>
internal static class TypeUses
{
    /// <summary>What members and cases hold, at the end of lists and maps.</summary>
    public static IEnumerable<TypeRef> Of(TypeModel type) => type switch
    {
        ObjectModel model => model.Properties.Select(static property => Leaf(property.Type)).Append(Leaf(model.AdditionalProperties)),
        UnionModel model => model.Cases.Select(static place => Leaf(place.Type)).Concat(model.Shared.Select(static property => Leaf(property.Type))),
        _ => [],
    };

    /// <summary>What a list or map holds in the end; the type itself for others.</summary>
    public static TypeRef Leaf(TypeRef type)
    {
        while (type.Element is { } element)
            type = element;
        return type;
    }
}
