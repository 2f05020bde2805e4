using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Kiota;

/// <summary>C# that reads and writes one member by Kiota's nodes and writers: by their own method where there is one, else by the JSON of our codec.</summary>
/// <param name="property">The member.</param>
/// <param name="scope">The file's types.</param>
/// <param name="raw">The field that keeps raw JSON of unknown enum values; null when the record has no such enums.</param>
internal sealed class KiotaMember(PropertyModel property, EmitScope scope, string? raw)
{
    private const string Date = "global::Microsoft.Kiota.Abstractions.Date";

    private readonly NameStyle _style = NameStyle.Full(scope.Namespace);
    private readonly string _field = KiotaFields.Name(property.Name);
    private readonly EnumModel? _textEnum = scope.TextEnum(property.Type);

    private TypeRef Type { get; } = property.Type with { Nullable = false };

    private string Name { get; } = CSharp.Literal(property.JsonName);

    private string Codec => CodecExpression.Of(Type, scope.Namespace);

    /// <summary>Whether it is read at all; a constant is what it is.</summary>
    public bool IsRead { get; } = !ConstantText.Applies(property);

    /// <summary>An entry of the dictionary of readers.</summary>
    public string Reader()
    {
        if (!IsRead)
            return $"[{Name}] = static _ => {{ }},";
        if (_textEnum is not null && Type.Kind is not TypeKind.Enum)
        {
            // A list or map of enums: when some text is unknown, the whole is kept.
            return $"[{Name}] = node => {{ var json = {KiotaNames.Json}Element(node); var read = {KiotaNames.Json}Of(json, {Codec}); {Assign("read")}; "
                + $"if ({UnknownTest.Of(Type, "read", scope, _style)}) {KiotaNames.Json}Keep({Name}, json, ref {raw}); }},";
        }

        return $"[{Name}] = node => {Assign(Value())},";
    }

    /// <summary>The statement that writes it.</summary>
    public string Write()
    {
        if (!IsRead)
            return WriteValue("this." + CSharp.Identifier(property.Name));
        var local = CSharp.Identifier("v" + property.Name);
        var orNull = property.TellsAbsentFromNull || property is { Required: true, Type.Nullable: true } ? $" else writer.WriteNullValue({Name});" : "";
        if (property.TellsAbsentFromNull)
        {
            var present = Type.Kind is TypeKind.Json
                ? WriteValue(_field + ".Value")
                : $"if ({_field}.Value is {{ }} {local}) {WriteValue(local)}{orNull}";
            return $"if ({_field}.IsPresent) {{ {present} }}";
        }

        var isAlwaysThere = PropertyDefault.Applies(property) || property is { Required: true, Type: { Nullable: true, Kind: TypeKind.Json } };
        return isAlwaysThere ? WriteValue(_field) : $"if ({_field} is {{ }} {local}) {WriteValue(local)}{orNull}";
    }

    private string Assign(string value) =>
        property.TellsAbsentFromNull ? $"{_field} = new({value})"
        : PropertyDefault.Applies(property) && IsNative ? $"{_field} = {value} ?? {_field}"
        : $"{_field} = {value}";

    // Whether reading gives null where the JSON is of another kind: so Kiota's own methods do.
    private bool IsNative => Own(Type) is not null || Type.Kind is TypeKind.Date || _textEnum is not null || IsPlainNumberEnum;

    private bool IsPlainNumberEnum => Type.Kind is TypeKind.Enum && scope.Find<EnumModel>(Type.Name) is { IsInteger: true, AcceptsText: false };

    private string Value()
    {
        if (Own(Type) is { } own)
            return $"node.Get{own}Value()";
        switch (Type.Kind)
        {
            case TypeKind.Date:
                var date = TypeName.NotNull(Type, scope.Namespace);
                return $"(node.GetDateValue() is {{ }} day ? ({date}?)new {date}(day.Year, day.Month, day.Day) : null)";
            case TypeKind.Named:
                return $"node.GetObjectValue<{TypeName.NotNull(Type, scope.Namespace)}>({Factory(Type)})";
            case TypeKind.List when Type.Element is { Kind: TypeKind.Named, Nullable: false } element:
                return $"{KiotaNames.Json}List(node.GetCollectionOfObjectValues<{TypeName.NotNull(element, scope.Namespace)}>({Factory(element)}))";
            case TypeKind.List when Type.Element is { Kind: TypeKind.String, Nullable: false }:
                return $"{KiotaNames.Json}List(node.GetCollectionOfPrimitiveValues<string>())";
            case TypeKind.List when Type.Element is { Nullable: false } element && IsPrimitive(element):
                return $"{KiotaNames.Json}Values(node.GetCollectionOfPrimitiveValues<{TypeName.NotNull(element, scope.Namespace)}?>())";
            case TypeKind.Enum when _textEnum is not null:
                return $"{KiotaNames.Json}Enum(node, {Name}, {_style.Codec}{CodecExpression.ClassName(Type.Name!)}.Read, ref {raw})";
            case TypeKind.Enum when IsPlainNumberEnum:
                var size = scope.Find<EnumModel>(Type.Name)!.Is64Bit ? "Long" : "Int";
                return $"({TypeName.NotNull(Type, scope.Namespace)}?)node.Get{size}Value()";
            default:
                return $"{KiotaNames.Json}Read(node, {Codec})";
        }
    }

    private string WriteValue(string value)
    {
        if (Own(Type) is { } own)
            return $"writer.Write{own}Value({Name}, {value});";
        switch (Type.Kind)
        {
            case TypeKind.Date:
                return $"writer.WriteDateValue({Name}, new {Date}({value}.Year, {value}.Month, {value}.Day));";
            case TypeKind.Bytes when Type.Form is TextForm.Ordinary:
                return $"writer.WriteByteArrayValue({Name}, {value});";
            case TypeKind.Named:
                return $"writer.WriteObjectValue({Name}, {value});";
            case TypeKind.List when Type.Element is { Kind: TypeKind.Named, Nullable: false }:
                return $"writer.WriteCollectionOfObjectValues({Name}, {value});";
            case TypeKind.List when Type.Element is { Nullable: false } element && (element.Kind is TypeKind.String || IsPrimitive(element)):
                return $"writer.WriteCollectionOfPrimitiveValues({Name}, {value});";
            case TypeKind.Enum when IsPlainNumberEnum:
                return scope.Find<EnumModel>(Type.Name)!.Is64Bit ? $"writer.WriteLongValue({Name}, (long){value});" : $"writer.WriteIntValue({Name}, (int){value});";
            default:
                return $"{KiotaNames.Json}Write(writer, {Name}, json => {WriteJson(value)});";
        }
    }

    private string WriteJson(string value)
    {
        if (_textEnum is null || raw is null)
            return $"{Codec}.WriteValue(json, {value})";
        if (Type.Kind is TypeKind.Enum)
            return $"{_style.Codec}{CodecExpression.ClassName(Type.Name!)}.Write(json, {value}, {Name}, {raw})";
        return $"{{ if ({UnknownTest.Of(Type, value, scope, _style)} && {raw}?.TryGetValue({Name}, out var kept) == true) kept.WriteTo(json); "
            + $"else {Codec}.WriteValue(json, {value}); }}";
    }

    private string Factory(TypeRef named) => $"{TypeName.NotNull(named, scope.Namespace)}.{KiotaNames.Factory}";

    private static bool IsPrimitive(TypeRef type) =>
        type.Form is TextForm.Ordinary && type.Kind is TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double && Own(type) is not null;

    /// <summary>What Kiota calls the kind in its methods; null where it has none, or writes the kind in another form than the contract.</summary>
    private static string? Own(TypeRef type) => (type.Kind, type.Form) switch
    {
        (TypeKind.String, _) => "String",
        (TypeKind.Guid, _) => "Guid",
        (TypeKind.Boolean, TextForm.Ordinary) => "Bool",
        (TypeKind.Int32, TextForm.Ordinary) => "Int",
        (TypeKind.Int64, TextForm.Ordinary) => "Long",
        (TypeKind.Single, TextForm.Ordinary) => "Float",
        (TypeKind.Double, TextForm.Ordinary) => "Double",
        (TypeKind.Decimal, TextForm.Ordinary) => "Decimal",
        (TypeKind.DateTime, TextForm.Ordinary) => "DateTimeOffset",
        _ => null,
    };
}
