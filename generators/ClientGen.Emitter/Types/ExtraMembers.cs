using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>The members of a record that keep what the contract does not name, so that a round trip loses nothing.</summary>
/// <param name="Name">The C# name of the dictionary of unnamed members.</param>
/// <param name="Type">What the dictionary holds.</param>
/// <param name="RawName">
/// Where the raw JSON of unknown enum values is kept. Usually the same dictionary; one of its own when the contract gives unnamed
/// members a type that cannot hold any JSON; null when the record has no such enums.
/// </param>
internal sealed record ExtraMembers(string Name, TypeRef Type, string? RawName)
{
    /// <summary>Whether raw values have a dictionary of their own.</summary>
    public bool HasOwnRaw => RawName is not null && RawName != Name;

    public static ExtraMembers Of(ObjectModel model, EmitScope scope)
    {
        var taken = new HashSet<string>(model.Properties.Select(static property => property.Name), StringComparer.Ordinal) { model.Name };
        if (model.Base is not null)
            taken.Add(model.Base);
        var type = model.AdditionalProperties;
        var name = Take(taken, "AdditionalProperties", "AdditionalMembers");
        var raw = !model.Properties.Any(property => scope.TextEnum(property.Type) is not null) ? null
            : type.Kind is TypeKind.Json ? name
            : Take(taken, "UnknownValues", "UnknownEnumValues");
        return new ExtraMembers(name, type, raw);
    }

    private static string Take(HashSet<string> taken, params string[] candidates)
    {
        foreach (var candidate in candidates)
        {
            if (taken.Add(candidate))
                return candidate;
        }

        var number = 2;
        while (!taken.Add(candidates[0] + number))
            number++;
        return candidates[0] + number;
    }
}
