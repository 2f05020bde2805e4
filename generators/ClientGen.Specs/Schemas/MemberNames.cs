using ClientGen.Specs.Names;

namespace ClientGen.Specs.Schemas;

/// <summary>Names of record members: what every record has already cannot be declared again.</summary>
internal static class MemberNames
{
    private static readonly string[] MembersOfEveryRecord =
    [
        "Equals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone", "ReferenceEquals", "EqualityContract", "PrintMembers", "Clone",
        "Deconstruct", "AdditionalProperties",
    ];

    /// <summary>A scope for the members of a record.</summary>
    /// <param name="enclosing">The record's own name and those of its bases: a member cannot be called like its type.</param>
    public static NameScope Scope(params string[] enclosing) => new([.. MembersOfEveryRecord, .. enclosing]);

    /// <summary>The C# name of a JSON member.</summary>
    public static string Take(NameScope scope, string jsonName)
    {
        var wanted = Naming.Pascal(jsonName);
        return scope.Take(wanted, wanted + "Value", wanted + "Member");
    }
}
