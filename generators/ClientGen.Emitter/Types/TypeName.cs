using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>C# texts of types, with their nullability.</summary>
public static class TypeName
{
    /// <summary>The type as C# text. <c>JsonElement</c> holds JSON <c>null</c> itself and never gets a question mark.</summary>
    /// <param name="type">The type.</param>
    /// <param name="namespace">Where generated types live, for a <c>global::</c> name that nothing can hide; empty for the short name.</param>
    public static string Of(TypeRef type, string @namespace = "")
    {
        var name = NotNull(type, @namespace);
        return type is { Nullable: true, Kind: not TypeKind.Json } ? name + "?" : name;
    }

    /// <summary>The same without a question mark at its end.</summary>
    /// <param name="type">The type.</param>
    /// <param name="namespace">As in <see cref="Of"/>.</param>
    public static string NotNull(TypeRef type, string @namespace = "") => type.Kind switch
    {
        TypeKind.String => "string",
        TypeKind.Boolean => "bool",
        TypeKind.Int32 => "int",
        TypeKind.Int64 => "long",
        TypeKind.Single => "float",
        TypeKind.Double => "double",
        TypeKind.Decimal => "decimal",
        TypeKind.DateTime => "global::System.DateTimeOffset",
        TypeKind.Date => "global::System.DateOnly",
        TypeKind.Guid => "global::System.Guid",
        TypeKind.Uri => "global::System.Uri",
        TypeKind.Bytes => "byte[]",
        TypeKind.List => $"global::System.Collections.Generic.IReadOnlyList<{Of(type.Element ?? TypeRef.Json, @namespace)}>",
        TypeKind.Map => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {Of(type.Element ?? TypeRef.Json, @namespace)}>",
        TypeKind.Named or TypeKind.Enum => Generated(type.Name ?? "", @namespace),
        _ => "global::System.Text.Json.JsonElement",
    };

    /// <summary>A generated type.</summary>
    /// <param name="name">Its name in the model; a dotted name is a nested type.</param>
    /// <param name="namespace">As in <see cref="Of"/>.</param>
    public static string Generated(string name, string @namespace = "") =>
        @namespace.Length == 0 ? CSharp.QualifiedName(name) : $"global::{CSharp.QualifiedName(@namespace)}.{CSharp.QualifiedName(name)}";

    /// <summary>The type of a member: optional ones take <c>null</c> for "absent", or are <c>Optional&lt;T&gt;</c> where the contract tells the two apart.</summary>
    /// <param name="property">The member.</param>
    /// <param name="namespace">As in <see cref="Of"/>.</param>
    public static string OfProperty(PropertyModel property, string @namespace = "")
    {
        if (property.TellsAbsentFromNull)
            return $"global::ClientGen.Optional<{Of(property.Type, @namespace)}>";
        return property.Required || PropertyDefault.Applies(property) || ConstantText.Applies(property)
            ? Of(property.Type, @namespace)
            : NotNull(property.Type, @namespace) + "?";
    }
}
