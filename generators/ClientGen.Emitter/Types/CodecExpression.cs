using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>C# expressions of the codecs that read and write types.</summary>
public static class CodecExpression
{
    /// <summary>An expression of type <c>JsonCodec&lt;T&gt;</c>, where <c>T</c> is what <see cref="TypeName.Of(TypeRef, string)"/> says.</summary>
    /// <remarks>Lists, maps, nullable types and custom date-times build a codec: keep those in a static field (<see cref="IsComposed"/>).</remarks>
    /// <param name="type">The type.</param>
    /// <param name="namespace">The contract's namespace; codecs of generated types live in its <c>Serialization</c>.</param>
    public static string Of(TypeRef type, string @namespace) => Of(type, NameStyle.Full(@namespace));

    internal static string Of(TypeRef type, NameStyle style)
    {
        var codec = NotNull(type, style);
        if (type is not { Nullable: true, Kind: not TypeKind.Json })
            return codec;
        return $"{style.Codecs}Codecs.{(type.IsValueType ? "Nullable" : "NullableRef")}({codec})";
    }

    private static string NotNull(TypeRef type, NameStyle style) => type.Kind switch
    {
        TypeKind.List => $"{style.Codecs}Codecs.List({Of(type.Element ?? TypeRef.Json, style)})",
        TypeKind.Map => $"{style.Codecs}Codecs.Map({Of(type.Element ?? TypeRef.Json, style)})",
        TypeKind.Named or TypeKind.Enum => $"{style.Codec}{ClassName(type.Name ?? "")}.Instance",
        TypeKind.DateTime when type is { Form: TextForm.CustomDateTime, Format: { } format } =>
            $"{style.Codecs}Codecs.DateTimeText({CSharp.Literal(format)})",
        _ => $"{style.Codecs}Codecs.{Simple(type)}",
    };

    /// <summary>Whether the expression builds a codec each time it runs.</summary>
    /// <param name="type">The type.</param>
    public static bool IsComposed(TypeRef type) =>
        type is { Nullable: true, Kind: not TypeKind.Json }
        || type.Kind is TypeKind.List or TypeKind.Map
        || type is { Kind: TypeKind.DateTime, Form: TextForm.CustomDateTime, Format: not null };

    /// <summary>The codec class of a generated type.</summary>
    /// <param name="name">The type's name in the model.</param>
    /// <param name="namespace">The contract's namespace.</param>
    public static string Class(string name, string @namespace) => NameStyle.Full(@namespace).Codec + ClassName(name);

    /// <summary>The short name of a codec class.</summary>
    /// <param name="name">The type's name in the model.</param>
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
        TypeKind.Date => type.Form is TextForm.Midnight ? "Day" : "DateOnly",
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
