using ClientGen.Specs.Model;

namespace ClientGen.Specs.Arazzo;

/// <summary>Finds the generated types of one contract by their C# names.</summary>
/// <remarks>Of two types with one name the first counts. Safe to read from several threads.</remarks>
public sealed class ModelIndex
{
    private readonly Dictionary<string, TypeModel> _types = new(StringComparer.Ordinal);

    /// <summary>Makes an index of the given types.</summary>
    /// <param name="types">The types.</param>
    /// <param name="namespace">Put before every name that a bound path mentions, so that types of several contracts can be told apart;
    /// empty to leave names as they are.</param>
    public ModelIndex(IEnumerable<TypeModel> types, string @namespace = "")
    {
        Namespace = @namespace;
        foreach (var type in types)
        {
            if (!_types.ContainsKey(type.Name))
                _types.Add(type.Name, type);
        }
    }

    /// <summary>The namespace that bound names get; empty for none.</summary>
    public string Namespace { get; }

    /// <summary>The type with a plain C# name; null when there is none.</summary>
    public TypeModel? Find(string? name) => name is not null && _types.TryGetValue(name, out var type) ? type : null;

    /// <summary>The name as bound paths write it.</summary>
    public string Qualify(string name) => Namespace.Length == 0 ? name : Namespace + "." + name;

    /// <summary>The type as bound paths write it.</summary>
    public TypeRef Qualify(TypeRef type) => Namespace.Length == 0
        ? type
        : type with
        {
            Name = type.Name is null ? null : Qualify(type.Name),
            Element = type.Element is null ? null : Qualify(type.Element),
        };
}
