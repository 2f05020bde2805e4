using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Kiota;

/// <summary>
/// The fields behind members of a record. Kiota's readers make an object first and fill it afterwards, which <c>init</c> members do not
/// allow; so the members keep their <c>init</c>, and the record itself writes the fields.
/// </summary>
internal static class KiotaFields
{
    /// <summary>The field of a member. C# names of members begin with a letter, or with an underscore and a digit, so none is called so.</summary>
    public static string Name(string member) => "_" + CSharp.Identifier(member).TrimStart('@');

    /// <summary>The accessors of a member over its field.</summary>
    public static string Accessors(PropertyModel property)
    {
        var field = Name(property.Name);
        var value = !IsNullUntilRead(property) ? field : property.Type.IsValueType ? field + ".GetValueOrDefault()" : field + "!";
        return $"{{ get => {value}; init => {field} = value; }}";
    }

    /// <summary>The declaration of the field.</summary>
    public static string Declaration(PropertyModel property, EmitScope scope, string access)
    {
        var style = NameStyle.Full(scope.Namespace);
        var type = IsNullUntilRead(property) ? TypeName.NotNull(property.Type, scope.Namespace) + "?" : TypeName.OfProperty(property, style);
        var value = PropertyDefault.Applies(property) ? $" = {PropertyEmitter.Value(property.Type, property.Default!, scope, style)}" : "";
        return $"{access} {type} {Name(property.Name)}{value};";
    }

    /// <summary>Whether null in the field means that a member which must come has not come yet.</summary>
    public static bool IsNullUntilRead(PropertyModel property) => property is { Required: true, Type.Nullable: false };
}
