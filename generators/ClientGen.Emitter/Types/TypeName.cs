using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>C# texts of types, with their nullability.</summary>
public static class TypeName
{
    /// <summary>The type as C# text. <c>JsonElement</c> holds JSON <c>null</c> itself and never gets a question mark.</summary>
    /// <param name="type">The type.</param>
    /// <param name="namespace">Where generated types live, for a <c>global::</c> name that nothing can hide; empty for the short name.</param>
    public static string Of(TypeRef type, string @namespace = "") => Of(type, NameStyle.Full(@namespace));

    /// <summary>The same without a question mark at its end.</summary>
    /// <param name="type">The type.</param>
    /// <param name="namespace">As in <see cref="Of(TypeRef, string)"/>.</param>
    public static string NotNull(TypeRef type, string @namespace = "") => NotNull(type, NameStyle.Full(@namespace));

    /// <summary>A generated type.</summary>
    /// <param name="name">Its name in the model.</param>
    /// <param name="namespace">As in <see cref="Of(TypeRef, string)"/>.</param>
    public static string Generated(string name, string @namespace = "") =>
        NameStyle.Full(@namespace).Contract + CSharp.Identifier(name);

    /// <summary>The type of a member: optional ones take <c>null</c> for "absent", or are <c>Optional&lt;T&gt;</c> where the contract tells the two apart.</summary>
    /// <param name="property">The member.</param>
    /// <param name="namespace">As in <see cref="Of(TypeRef, string)"/>.</param>
    public static string OfProperty(PropertyModel property, string @namespace = "") => OfProperty(property, NameStyle.Full(@namespace));

    internal static string OfProperty(PropertyModel property, NameStyle style)
    {
        if (property.TellsAbsentFromNull)
            return $"global::ClientGen.Optional<{Of(property.Type, style)}>";
        return property.Required || PropertyDefault.Applies(property) || ConstantText.Applies(property)
            ? Of(property.Type, style)
            : NotNull(property.Type, style) + "?";
    }

    internal static string Of(TypeRef type, NameStyle style)
    {
        var name = NotNull(type, style);
        return type is { Nullable: true, Kind: not TypeKind.Json } ? name + "?" : name;
    }

    private static string NotNull(TypeRef type, NameStyle style) => type.Kind switch
    {
        TypeKind.String => "string",
        TypeKind.Boolean => "bool",
        TypeKind.Int32 => "int",
        TypeKind.Int64 => "long",
        TypeKind.Single => "float",
        TypeKind.Double => "double",
        TypeKind.Decimal => "decimal",
        TypeKind.DateTime => style.System + "DateTimeOffset",
        TypeKind.Date when type.Form == TextForm.Midnight => style.System + "DateTime",
        TypeKind.Date => style.System + "DateOnly",
        TypeKind.Guid => style.System + "Guid",
        TypeKind.Uri => style.System + "Uri",
        TypeKind.Bytes => "byte[]",
        TypeKind.List => $"{style.Collections}IReadOnlyList<{Of(type.Element ?? TypeRef.Json, style)}>",
        TypeKind.Map => $"{style.Collections}IReadOnlyDictionary<string, {Of(type.Element ?? TypeRef.Json, style)}>",
        TypeKind.Named or TypeKind.Enum => style.Contract + CSharp.Identifier(type.Name ?? ""),
        _ => style.Json + "JsonElement",
    };
}
