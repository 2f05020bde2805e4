namespace ClientGen.Specs.Model;

/// <summary>What a value is in C#.</summary>
public enum TypeKind
{
    /// <summary>Any JSON value: <c>JsonElement</c>.</summary>
    Json,

    /// <summary><c>string</c>.</summary>
    String,

    /// <summary><c>bool</c>.</summary>
    Boolean,

    /// <summary><c>int</c>.</summary>
    Int32,

    /// <summary><c>long</c>.</summary>
    Int64,

    /// <summary><c>float</c>.</summary>
    Single,

    /// <summary><c>double</c>.</summary>
    Double,

    /// <summary><c>decimal</c>.</summary>
    Decimal,

    /// <summary><c>DateTimeOffset</c>.</summary>
    DateTime,

    /// <summary><c>DateOnly</c>.</summary>
    Date,

    /// <summary><c>Guid</c>.</summary>
    Guid,

    /// <summary><c>Uri</c>.</summary>
    Uri,

    /// <summary><c>ReadOnlyMemory&lt;byte&gt;</c>-like bytes: <c>byte[]</c>.</summary>
    Bytes,

    /// <summary><c>IReadOnlyList&lt;Element&gt;</c>.</summary>
    List,

    /// <summary><c>IReadOnlyDictionary&lt;string, Element&gt;</c>.</summary>
    Map,

    /// <summary>A generated record or union named by <see cref="TypeRef.Name"/>.</summary>
    Named,

    /// <summary>A generated enum named by <see cref="TypeRef.Name"/>.</summary>
    Enum,
}

/// <summary>How a value is written in JSON or in a parameter, where that is not the ordinary form of its kind.</summary>
public enum TextForm
{
    /// <summary>The ordinary form: a JSON number for a number, RFC 3339 for a date-time, Base64 for bytes.</summary>
    Ordinary,

    /// <summary>A number or Boolean inside a JSON string: <c>"600"</c>, <c>"true"</c>.</summary>
    Text,

    /// <summary>A number that may arrive as a JSON number or as a JSON string; written as a number.</summary>
    NumberOrText,

    /// <summary>A date whose C# type is <c>DateTime</c>, for frameworks without <c>DateOnly</c>.</summary>
    Midnight,

    /// <summary>A date-time in the custom form of <see cref="TypeRef.Format"/>, always UTC.</summary>
    CustomDateTime,

    /// <summary>Base64 of the UTF-8 text of a URI.</summary>
    Base64,

    /// <summary>Base64 with the URL alphabet.</summary>
    Base64Url,
}

/// <summary>A type as a member, parameter or body uses it.</summary>
/// <param name="Kind">What it is in C#.</param>
/// <param name="Name">The C# name of a generated type; null for the others.</param>
/// <param name="Element">What a list or map holds; null for the others.</param>
/// <param name="Nullable">Whether JSON <c>null</c> is a value of it.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Format">The custom date-time form, such as <c>yyyy-MM-dd HH:mm:ss</c>.</param>
public sealed record TypeRef(
    TypeKind Kind,
    string? Name = null,
    TypeRef? Element = null,
    bool Nullable = false,
    TextForm Form = TextForm.Ordinary,
    string? Format = null)
{
    /// <summary>Any JSON value.</summary>
    public static readonly TypeRef Json = new(TypeKind.Json);

    /// <summary>A string.</summary>
    public static readonly TypeRef String = new(TypeKind.String);

    /// <summary>Whether C# stores it as a value type, so that "nothing" needs <c>Nullable&lt;T&gt;</c>.</summary>
    public bool IsValueType => Kind is TypeKind.Json or TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double
        or TypeKind.Decimal or TypeKind.DateTime or TypeKind.Date or TypeKind.Guid or TypeKind.Enum;

    /// <summary>The same type that also takes JSON <c>null</c>.</summary>
    public TypeRef OrNull() => Nullable ? this : this with { Nullable = true };
}
