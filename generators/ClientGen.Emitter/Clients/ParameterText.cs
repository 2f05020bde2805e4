using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>C# that turns a typed value into the text of a parameter, header or form part.</summary>
internal sealed class ParameterText(ContractModel contract)
{
    private const string Wire = "global::ClientGen.Http.WireText.Of";

    private readonly Dictionary<string, EnumModel> _enums = Enums(contract);

    /// <summary>An expression of type <c>string</c> for a value that is not null.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="value">A C# expression of it.</param>
    public string Of(TypeRef type, string value) => type.Kind switch
    {
        TypeKind.String => value,
        TypeKind.Enum when IsTextEnum(type) => $"{TypeName.Generated((type.Name ?? "") + "Extensions", contract.Namespace)}.ToWire({value})",
        TypeKind.Enum => $"{Wire}((long){value})",
        TypeKind.DateTime when type is { Form: TextForm.CustomDateTime, Format: { } format } => $"{Wire}({value}, {CSharp.Literal(format)})",
        TypeKind.Date when type.Form is TextForm.Midnight => $"{Wire}Day({value})",
        TypeKind.Uri when type.Form is TextForm.Base64 => $"global::ClientGen.Http.WireText.Base64Of({value})",
        TypeKind.Bytes when type.Form is TextForm.Base64Url => $"global::ClientGen.Http.WireText.Base64UrlOf({value})",
        TypeKind.Named or TypeKind.List or TypeKind.Map => Json(type, value),
        _ => $"{Wire}({value})",
    };

    /// <summary>The value as JSON text.</summary>
    public string Json(TypeRef type, string value) =>
        $"global::ClientGen.Json.JsonText.ToJson({CodecExpression.Of(type with { Nullable = false }, contract.Namespace)}, {value})";

    /// <summary>Whether an enum's values are text.</summary>
    public bool IsTextEnum(TypeRef type) => type.Name is not null && _enums.TryGetValue(type.Name, out var model) && !model.IsInteger;

    private static Dictionary<string, EnumModel> Enums(ContractModel contract)
    {
        var enums = new Dictionary<string, EnumModel>(StringComparer.Ordinal);
        foreach (var type in contract.Types)
        {
            if (type is EnumModel model)
                enums[model.Name] = model;
        }

        return enums;
    }
}
