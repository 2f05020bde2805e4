using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>C# that reads a typed header of an answer; what cannot be read is null, and the text stays in the headers.</summary>
internal static class HeaderReader
{
    private const string Wire = "global::ClientGen.Http.WireText.";

    public static string TypeOf(TypeRef type, ClientContext context) => (IsReadable(type, context) ? TypeName.NotNull(type, context.Contract.Namespace) : "string") + "?";

    public static string Read(HeaderModel header, ClientContext context)
    {
        var text = $"Headers.Find({CSharp.Literal(header.WireName)})";
        var type = header.Type;
        if (!IsReadable(type, context))
            return text;
        return type.Kind switch
        {
            TypeKind.String => text,
            TypeKind.Boolean => $"{Wire}ReadBoolean({text})",
            TypeKind.DateTime when type is { Form: TextForm.CustomDateTime, Format: { } format } => $"{Wire}ReadDateTimeOffset({text}, {CSharp.Literal(format)})",
            TypeKind.DateTime => $"{Wire}ReadDateTimeOffset({text})",
            TypeKind.Date when type.Form is TextForm.Midnight => $"{Wire}ReadDay({text})",
            TypeKind.Date => $"{Wire}ReadDateOnly({text})",
            TypeKind.Enum when context.Text.IsTextEnum(type) =>
                $"{TypeName.Generated(type.Name + "Extensions", context.Contract.Namespace)}.TryParse(global::System.Text.Encoding.UTF8.GetBytes({text} ?? \"\"), out var value) ? value : null",
            TypeKind.Enum => $"({TypeName.NotNull(type, context.Contract.Namespace)}?){Wire}ReadInt64({text})",
            _ => $"{Wire}Read{type.Kind}({text})",
        };
    }

    private static bool IsReadable(TypeRef type, ClientContext context) => type.Kind switch
    {
        TypeKind.Named or TypeKind.List or TypeKind.Map or TypeKind.Json => false,
        TypeKind.Uri => type.Form is not TextForm.Base64,
        TypeKind.Bytes => type.Form is not TextForm.Base64Url,
        TypeKind.Enum => context.Find<EnumModel>(type.Name) is not null,
        _ => true,
    };
}
