using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>What a value can look like in JSON.</summary>
[Flags]
internal enum JsonKinds
{
    None = 0,
    Object = 1,
    Array = 2,
    String = 4,
    Number = 8,
    Boolean = 16,
    Null = 32,
    Any = Object | Array | String | Number | Boolean | Null,
}

/// <summary>Finds the JSON kinds of types.</summary>
internal static class JsonKindsOf
{
    /// <summary>The kinds, as reader token patterns in the order in which they are tried.</summary>
    public static readonly (JsonKinds Kind, string Tokens)[] Tokens =
    [
        (JsonKinds.Object, "JsonTokenType.StartObject"),
        (JsonKinds.Array, "JsonTokenType.StartArray"),
        (JsonKinds.String, "JsonTokenType.String"),
        (JsonKinds.Number, "JsonTokenType.Number"),
        (JsonKinds.Boolean, "JsonTokenType.True or JsonTokenType.False"),
        (JsonKinds.Null, "JsonTokenType.Null"),
    ];

    /// <summary>The kinds that a value of the type can have.</summary>
    public static JsonKinds Of(TypeRef type, EmitScope scope)
    {
        var kinds = NotNull(type, scope);
        return type.Nullable ? kinds | JsonKinds.Null : kinds;
    }

    private static JsonKinds NotNull(TypeRef type, EmitScope scope) => type.Kind switch
    {
        TypeKind.Json => JsonKinds.Any,
        TypeKind.List => JsonKinds.Array,
        TypeKind.Map => JsonKinds.Object,
        // A union inside a union decides for itself.
        TypeKind.Named => scope.Find<UnionModel>(type.Name) is null ? JsonKinds.Object : JsonKinds.Any,
        TypeKind.Enum => scope.Find<EnumModel>(type.Name) is { IsInteger: true } numbers
            ? JsonKinds.Number | (numbers.AcceptsText ? JsonKinds.String : JsonKinds.None)
            : JsonKinds.String,
        TypeKind.Boolean => type.Form is TextForm.Text ? JsonKinds.String : JsonKinds.Boolean,
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal => type.Form switch
        {
            TextForm.Text => JsonKinds.String,
            TextForm.NumberOrText => JsonKinds.String | JsonKinds.Number,
            _ => JsonKinds.Number,
        },
        _ => JsonKinds.String,
    };
}
