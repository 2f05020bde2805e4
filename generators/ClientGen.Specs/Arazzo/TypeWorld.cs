using ClientGen.Specs.Model;

namespace ClientGen.Specs.Arazzo;

/// <summary>The types of all contracts that meet in a workflow document, by qualified name.</summary>
internal sealed class TypeWorld(IReadOnlyList<ModelIndex> indexes)
{
    /// <summary>Follows a JSON pointer from a qualified type.</summary>
    public BoundPaths? Resolve(TypeRef from, EquatableArray<string> tokens, out string problem)
    {
        var (index, plain) = Plain(from);
        return PathResolver.Resolve(index, plain, tokens, out problem);
    }

    /// <summary>A generated type by its qualified name; null for others.</summary>
    public TypeModel? Find(TypeRef type)
    {
        var (index, plain) = Plain(type);
        return index.Find(plain.Name);
    }

    /// <summary>The index that knows a qualified type, and the type by its plain name there.</summary>
    public (ModelIndex Index, TypeRef Plain) Plain(TypeRef type)
    {
        var leaf = type;
        while (leaf.Element is { } element)
            leaf = element;
        foreach (var index in indexes)
        {
            if (leaf.Name is { } name && index.Namespace.Length > 0 && name.StartsWith(index.Namespace + ".", StringComparison.Ordinal)
                && index.Find(name.Substring(index.Namespace.Length + 1)) is not null)
                return (index, Strip(type, index.Namespace.Length + 1));
        }

        return (new ModelIndex([]), type);
    }

    private static TypeRef Strip(TypeRef type, int prefix) => type with
    {
        Name = type.Name?.Substring(prefix),
        Element = type.Element is null ? null : Strip(type.Element, prefix),
    };
}
