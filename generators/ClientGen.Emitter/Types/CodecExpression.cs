using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>C# expressions of the codecs that read and write types.</summary>
public static class CodecExpression
{
    private const string Codecs = "global::ClientGen.Json.Codecs.";

    /// <summary>An expression of type <c>JsonCodec&lt;T&gt;</c>, where <c>T</c> is what <see cref="TypeName.Of"/> says.</summary>
    /// <remarks>Lists, maps, nullable types and custom date-times build a codec: keep those in a static field (<see cref="IsComposed"/>).</remarks>
    /// <param name="type">The type.</param>
    /// <param name="namespace">The contract's namespace; codecs of generated types live in its <c>Serialization</c>.</param>
    public static string Of(TypeRef type, string @namespace)
    {
        var codec = NotNull(type, @namespace);
        if (type is not { Nullable: true, Kind: not TypeKind.Json })
            return codec;
        return type.IsValueType ? $"{Codecs}Nullable({codec})" : $"{Codecs}NullableRef({codec})";
    }

    /// <summary>The codec of the type without JSON <c>null</c>.</summary>
    /// <param name="type">The type.</param>
    /// <param name="namespace">As in <see cref="Of"/>.</param>
    public static string NotNull(TypeRef type, string @namespace) => type.Kind switch
    {
        TypeKind.List => $"{Codecs}List({Of(type.Element ?? TypeRef.Json, @namespace)})",
        TypeKind.Map => $"{Codecs}Map({Of(type.Element ?? TypeRef.Json, @namespace)})",
        TypeKind.Named or TypeKind.Enum => Class(type.Name ?? "", @namespace) + ".Instance",
        TypeKind.DateTime when type is { Form: TextForm.CustomDateTime, Format: { } format } => $"{Codecs}DateTimeText({CSharp.Literal(format)})",
        _ => Codecs + Simple(type),
    };

    /// <summary>Whether the expression builds a codec each time it runs.</summary>
    /// <param name="type">The type.</param>
    public static bool IsComposed(TypeRef type) =>
        type is { Nullable: true, Kind: not TypeKind.Json }
        || type.Kind is TypeKind.List or TypeKind.Map
        || type is { Kind: TypeKind.DateTime, Form: TextForm.CustomDateTime, Format: not null };

    /// <summary>The codec class of a generated type.</summary>
    /// <param name="name">The type's name in the model.</param>
    /// <param name="namespace">The contract's namespace; empty inside its <c>Serialization</c>.</param>
    public static string Class(string name, string @namespace)
    {
        var type = ClassName(name);
        return @namespace.Length == 0 ? type : $"global::{CSharp.QualifiedName(@namespace)}.Serialization.{type}";
    }

    /// <summary>The short name of a codec class.</summary>
    /// <param name="name">The type's name in the model; a nested type's dots become underscores.</param>
    public static string ClassName(string name) => CSharp.Identifier(name + "Json");

    private static string Simple(TypeRef type) => type.Kind switch
    {
        TypeKind.String => "String",
        TypeKind.Boolean => type.Form is TextForm.Text ? "BooleanText" : "Boolean",
        TypeKind.Int32 => Number("Int32", type.Form),
        TypeKind.Int64 => Number("Int64", type.Form),
        TypeKind.Single => Number("Single", type.Form),
        TypeKind.Double => Number("Double", type.Form),
        TypeKind.Decimal => Number("Decimal", type.Form),
        TypeKind.DateTime => "DateTimeOffset",
        TypeKind.Date => "DateOnly",
        TypeKind.Guid => "Guid",
        TypeKind.Uri => type.Form is TextForm.Base64 ? "Base64Uri" : "Uri",
        TypeKind.Bytes => type.Form is TextForm.Base64Url ? "BytesBase64Url" : "Bytes",
        _ => "Json",
    };

    private static string Number(string codec, TextForm form) => form switch
    {
        TextForm.Text => codec + "Text",
        TextForm.NumberOrText => codec + "Any",
        _ => codec,
    };
}
