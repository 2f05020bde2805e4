using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Tests.Types;

/// <summary>Builds models by hand, with little to write.</summary>
internal static class Model
{
    public const string Namespace = "Example.Parcels";

    public static readonly TypeRef Text = TypeRef.String;
    public static readonly TypeRef Whole = new(TypeKind.Int32);
    public static readonly TypeRef Truth = new(TypeKind.Boolean);

    public static TypeRef Of(TypeKind kind, TextForm form = TextForm.Ordinary, string? format = null) => new(kind, Form: form, Format: format);

    public static TypeRef Named(string name) => new(TypeKind.Named, name);

    public static TypeRef Enum(string name) => new(TypeKind.Enum, name);

    public static TypeRef List(TypeRef element) => new(TypeKind.List, Element: element);

    public static TypeRef Map(TypeRef element) => new(TypeKind.Map, Element: element);

    public static PropertyModel Required(string jsonName, TypeRef type) => Property(jsonName, type, required: true);

    public static PropertyModel Optional(string jsonName, TypeRef type) => Property(jsonName, type, required: false);

    private static PropertyModel Property(string jsonName, TypeRef type, bool required) =>
        new(jsonName, char.ToUpperInvariant(jsonName[0]) + jsonName[1..], type, required, "", ValueLimits.None);

    public static ObjectModel Object(string name, params PropertyModel[] properties) =>
        new(name, name, "", $"parcels.yaml#/components/schemas/{name}", properties.ToEquatableArray(), TypeRef.Json);

    public static EnumModel Texts(string name, params string[] values) => new(
        name, name, "", $"parcels.yaml#/components/schemas/{name}", IsInteger: false, Is64Bit: false, "Unknown",
        values.Select(static value => new EnumMemberModel(char.ToUpperInvariant(value[0]) + value[1..], value, "")).ToEquatableArray());

    public static EnumModel Numbers(string name, params (string Name, string Value)[] values) => new(
        name, name, "", $"parcels.yaml#/components/schemas/{name}", IsInteger: true, Is64Bit: false, null,
        values.Select(static value => new EnumMemberModel(value.Name, value.Value, "")).ToEquatableArray());

    public static UnionModel Tagged(string name, string tag, params UnionCaseModel[] cases) => new(
        name, name, "", $"parcels.yaml#/components/schemas/{name}", UnionKind.Tagged, tag, default, cases.ToEquatableArray(), "Unknown" + name);

    public static UnionModel Structural(string name, params UnionCaseModel[] cases) => new(
        name, name, "", $"parcels.yaml#/components/schemas/{name}", UnionKind.Structural, null, default, cases.ToEquatableArray(), "Unknown" + name);

    /// <summary>A case whose record derives from the union; without tags it is the untagged one.</summary>
    public static UnionCaseModel Case(string name, params string[] tags) =>
        new(name, Named(name), IsWrapper: false, tags.ToEquatableArray(), tags.Length == 0, default, default, default, "");

    /// <summary>A case of a structural union whose record derives from the union.</summary>
    public static UnionCaseModel Shaped(string name, string[] required, params string[] constants) =>
        new(name, Named(name), IsWrapper: false, default, false, required.ToEquatableArray(), EquatableArray.Of("object"), constants.ToEquatableArray(), "");

    /// <summary>A case that wraps a value.</summary>
    public static UnionCaseModel Wrapper(string name, TypeRef type, params string[] tags) =>
        new(name, type, IsWrapper: true, tags.ToEquatableArray(), false, default, default, default, "");

    public static ContractModel Contract(params TypeModel[] types) =>
        new("parcels.yaml", Namespace, null, types.ToEquatableArray(), default, default, null);
}
