using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Divides the types of a contract among files.</summary>
internal static class TypeGroups
{
    /// <summary>With more groups than this, types are divided by first letter: a thousand files would slow every key press.</summary>
    private const int MaxGroups = 60;

    /// <summary>The groups, in the order of their first types.</summary>
    public static EquatableArray<TypeGroup> Of(ContractModel contract, string version, bool kiota)
    {
        var types = new Dictionary<string, TypeModel>(StringComparer.Ordinal);
        foreach (var type in contract.Types)
            types[type.Name] = type;

        var groups = Divide(contract.Types, static type => GeneratedText.FileName(type.Group));
        if (groups.Count > MaxGroups)
            groups = Divide(contract.Types, static type => FirstLetter(type.Group));
        return groups
            .Select(group => new TypeGroup(contract.Namespace, group.Name, group.Types.ToEquatableArray(), Related(group.Types, types), version, kiota))
            .ToEquatableArray();
    }

    private static List<(string Name, List<TypeModel> Types)> Divide(EquatableArray<TypeModel> types, Func<TypeModel, string> nameOf)
    {
        // Some file systems, and Roslyn's hint names, take names that differ in case only as the same.
        var byName = new Dictionary<string, List<TypeModel>>(StringComparer.OrdinalIgnoreCase);
        var groups = new List<(string, List<TypeModel>)>();
        foreach (var type in types)
        {
            var name = nameOf(type);
            if (!byName.TryGetValue(name, out var group))
            {
                byName.Add(name, group = []);
                groups.Add((name, group));
            }

            group.Add(type);
        }

        return groups;
    }

    private static string FirstLetter(string group) =>
        group.Length > 0 && IsAsciiLetter(group[0]) ? char.ToUpperInvariant(group[0]).ToString() : "_";

    private static bool IsAsciiLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static EquatableArray<TypeModel> Related(List<TypeModel> group, Dictionary<string, TypeModel> all)
    {
        var own = new HashSet<string>(group.Select(static type => type.Name), StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var related = new List<TypeModel>();
        foreach (var type in group)
        {
            AddEnums(type);
            if (type is ObjectModel { Base: { } @base })
                Add(@base);
            if (type is not UnionModel union)
                continue;
            foreach (var place in union.Cases)
            {
                if (Add(place.Type.Name) is { } found)
                    AddEnums(found);
            }
        }

        return related.ToEquatableArray();

        void AddEnums(TypeModel type)
        {
            foreach (var reference in TypeUses.Of(type))
            {
                if (reference.Kind is TypeKind.Enum)
                    Add(reference.Name);
            }
        }

        TypeModel? Add(string? name)
        {
            if (name is null || !all.TryGetValue(name, out var found))
                return null;
            if (!own.Contains(name) && seen.Add(name))
                related.Add(found);
            return found;
        }
    }
}
