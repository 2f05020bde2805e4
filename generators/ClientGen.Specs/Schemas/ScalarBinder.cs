using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Schemas;

/// <summary>C# types of strings, numbers and Booleans.</summary>
internal static class ScalarBinder
{
    /// <summary>The type of a schema with one type name; JSON for a name that no standard has.</summary>
    public static TypeRef Of(SchemaChain chain, string type) => type switch
    {
        "string" => String(chain),
        "integer" => Integer(chain),
        "number" => Number(chain),
        "boolean" => new TypeRef(TypeKind.Boolean),
        _ => TypeRef.Json,
    };

    /// <summary>The type of a schema that allows several type names; null when only JSON can hold it.</summary>
    public static TypeRef? OfSeveral(SchemaChain chain, IReadOnlyList<string> types)
    {
        var numbers = types.Where(static type => type is "integer" or "number").ToList();
        var onlyNumbersAndText = types.Count > 0 && types.All(static type => type is "integer" or "number" or "string");
        if (!onlyNumbersAndText || numbers.Count == 0)
            return null;
        if (numbers.Count == types.Count)
            return Number(chain);

        // A number that may arrive as text: only where a format says that the text is one.
        return chain.Text("format") switch
        {
            "int32" => new TypeRef(TypeKind.Int32, Form: TextForm.NumberOrText),
            "int64" => new TypeRef(TypeKind.Int64, Form: TextForm.NumberOrText),
            "double" => new TypeRef(TypeKind.Double, Form: TextForm.NumberOrText),
            "decimal" => new TypeRef(TypeKind.Decimal, Form: TextForm.NumberOrText),
            _ => null,
        };
    }

    /// <summary>The type that holds the values of both; null when there is none.</summary>
    public static TypeRef? Common(TypeRef left, TypeRef right) =>
        left == right ? left
        : IsText(left) && IsText(right) ? TypeRef.String
        : IsNumber(left) && IsNumber(right) ? new TypeRef(TypeKind.Double)
        : null;

    private static bool IsText(TypeRef type) =>
        type.Form != TextForm.NumberOrText
        && (type.Kind is TypeKind.String or TypeKind.DateTime or TypeKind.Date or TypeKind.Guid or TypeKind.Uri or TypeKind.Bytes || type.Form == TextForm.Text);

    private static bool IsNumber(TypeRef type) =>
        type.Form == TextForm.Ordinary && type.Kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal;

    private static TypeRef String(SchemaChain chain)
    {
        if (chain.Text("x-clientgen-date-time") is { Length: > 0 } form)
            return new TypeRef(TypeKind.DateTime, Form: TextForm.CustomDateTime, Format: form);

        switch (chain.Text("contentEncoding"))
        {
            case "base64":
                return chain.Text("contentMediaType") == "text/uri-list"
                    ? new TypeRef(TypeKind.Uri, Form: TextForm.Base64)
                    : new TypeRef(TypeKind.Bytes, Form: TextForm.Base64);
            case "base64url":
                return new TypeRef(TypeKind.Bytes, Form: TextForm.Base64Url);
        }

        return chain.Text("format") switch
        {
            "date-time" => new TypeRef(TypeKind.DateTime),
            "date" => new TypeRef(TypeKind.Date),
            "uuid" => new TypeRef(TypeKind.Guid),
            "uri" => new TypeRef(TypeKind.Uri),
            "byte" => new TypeRef(TypeKind.Bytes, Form: TextForm.Base64),
            "base64url" => new TypeRef(TypeKind.Bytes, Form: TextForm.Base64Url),
            "int32" => new TypeRef(TypeKind.Int32, Form: TextForm.Text),
            "int64" => new TypeRef(TypeKind.Int64, Form: TextForm.Text),
            "decimal" => new TypeRef(TypeKind.Decimal, Form: TextForm.Text),
            _ => TypeRef.String,
        };
    }

    private static TypeRef Integer(SchemaChain chain) => chain.Text("format") switch
    {
        "int32" or "int16" or "int8" or "uint8" or "uint16" => new TypeRef(TypeKind.Int32),
        "int64" or "uint32" => new TypeRef(TypeKind.Int64),
        "uint64" => new TypeRef(TypeKind.Decimal),
        _ => new TypeRef(Fits32Bits(chain) ? TypeKind.Int32 : TypeKind.Int64),
    };

    private static bool Fits32Bits(SchemaChain chain) =>
        chain.Find("minimum") is SpecScalar low && low.TryGetInt64(out var minimum) && minimum >= int.MinValue
        && chain.Find("maximum") is SpecScalar high && high.TryGetInt64(out var maximum) && maximum <= int.MaxValue;

    private static TypeRef Number(SchemaChain chain) => chain.Text("format") switch
    {
        "float" => new TypeRef(TypeKind.Single),
        "decimal" or "money" => new TypeRef(TypeKind.Decimal),
        "int32" => new TypeRef(TypeKind.Int32),
        "int64" => new TypeRef(TypeKind.Int64),
        _ => new TypeRef(TypeKind.Double),
    };
}
