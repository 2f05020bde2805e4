using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>C# that reads and writes one member of an object inside a codec.</summary>
/// <param name="property">The member.</param>
/// <param name="scope">The file's types.</param>
/// <param name="fields">The codec's composed codecs.</param>
internal sealed class MemberCode(PropertyModel property, EmitScope scope, CodecFields fields)
{
    private readonly EnumModel? _textEnum = scope.TextEnum(property.Type);

    /// <summary>The local that holds the value while reading.</summary>
    public string Local { get; } = CSharp.Identifier("v" + property.Name);

    /// <summary>Whether it is read at all; a constant is what it is.</summary>
    public bool IsRead { get; } = !ConstantText.Applies(property);

    private TypeRef Type { get; } = property.Type with { Nullable = false };

    private bool TakesNull { get; } = !property.Required || property.Type is { Nullable: true, Kind: not TypeKind.Json };

    // A required object has no value until it was read; the check for missing members comes before its use.
    private bool HasNoValueYet { get; } = property.Required && !property.Type.IsValueType && !property.Type.Nullable;

    /// <summary>The type of the local.</summary>
    public string LocalType => TypeName.OfProperty(property, NameStyle.Short) + (HasNoValueYet ? "?" : "");

    /// <summary>The value of the local when the member is absent.</summary>
    public string Absent => PropertyDefault.Applies(property) ? PropertyEmitter.Value(property.Type, property.Default!, scope, NameStyle.Short) : "default";

    /// <summary>The declaration of the local, with the value of an absent member.</summary>
    public string Declaration() => $"{LocalType} {Local} = {Absent};";

    /// <summary>The value in an object initializer.</summary>
    public string Initializer() =>
        $"{CSharp.Identifier(property.Name)} = {Local}{(HasNoValueYet ? "!" : "")}";

    /// <summary>Statements, on one line, that read the value which the reader stands on.</summary>
    /// <param name="raw">The local that keeps raw JSON of unknown enum values.</param>
    /// <param name="name">An expression of the member's name as UTF-8.</param>
    public string Read(string raw, string name = "name")
    {
        if (!IsRead)
            return "JsonRead.Skip(ref reader);";
        if (_textEnum is null || Type.Kind is TypeKind.Enum)
            return $"{Local} = {OrNull(Value(raw, name))};";
        // A list or map of enums: when some text is unknown, the whole is kept.
        var items = property.TellsAbsentFromNull ? Local + ".Value" : Local;
        return $"{{ var start = reader; {Local} = {OrNull(Value(raw, name))}; "
            + $"if ({items} is {{ }} read && {UnknownTest.Of(Type, "read", scope, NameStyle.Short)}) JsonRead.Extra(ref start, {name}, ref {raw}); }}";
    }

    /// <summary>A value that is there, as the local takes it.</summary>
    public string Wrap(string value) => property.TellsAbsentFromNull ? $"new({value})" : value;

    private string OrNull(string value)
    {
        if (!TakesNull)
            return value;
        // For a default the absent value is not null; JSON null counts as absent.
        if (PropertyDefault.Applies(property))
            return $"JsonRead.Null(ref reader) ? {Local} : {value}";
        // JSON null is a value of JsonElement.
        var orNull = Type.Kind is TypeKind.Json && property.Type.Nullable ? value : $"JsonRead.Null(ref reader) ? null : {value}";
        return Wrap(orNull);
    }

    private string Value(string raw, string name) => (Type.Kind, Type.Form) switch
    {
        (TypeKind.String, _) => "JsonRead.String(ref reader)",
        (TypeKind.Json, _) => "JsonRead.Element(ref reader)",
        (TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal, TextForm.Ordinary) =>
            $"JsonRead.{Type.Kind}(ref reader)",
        (TypeKind.Enum, _) when _textEnum is not null => $"{CodecExpression.ClassName(Type.Name!)}.Read(ref reader, {name}, ref {raw})",
        _ => Codec + ".ReadValue(ref reader)",
    };

    private string Codec => Type.Kind is TypeKind.Named or TypeKind.Enum
        ? CodecExpression.ClassName(Type.Name ?? "") + ".Instance"
        : fields.NotNull(Type);

    /// <summary>The member's JSON name as the writer takes it: encoded once where that is safe, which is faster than escaping it each time.</summary>
    private string WrittenName => EncodedNames.Applies(property.JsonName) ? $"{EncodedNames.Class}.{EncodedNames.Field(property)}" : CSharp.Utf8Literal(property.JsonName);

    /// <summary>The statement that writes the member.</summary>
    /// <param name="rawMember">The C# member that keeps raw JSON of unknown enum values; null when the record has none.</param>
    public string Write(string? rawMember)
    {
        var member = "value." + CSharp.Identifier(property.Name);
        var name = WrittenName;
        if (property.TellsAbsentFromNull)
        {
            var present = Type.Kind is TypeKind.Json
                ? WriteValue($"{member}.Value", rawMember)
                : $"if ({member}.Value is {{ }} {Local}) {Braced(WriteValue(Local, rawMember))} else writer.WriteNull({name});";
            return $"if ({member}.IsPresent) {{ {present} }}";
        }

        if (!TakesNull || PropertyDefault.Applies(property) || (!IsRead && !property.Type.Nullable))
            return WriteValue(member, rawMember);
        var statement = $"if ({member} is {{ }} {Local}) {Braced(WriteValue(Local, rawMember))}";
        return property.Required ? $"{statement} else writer.WriteNull({name});" : statement;
    }

    private static string Braced(string statements) =>
        statements.StartsWith("writer.WritePropertyName", StringComparison.Ordinal) ? $"{{ {statements} }}" : statements;

    private string WriteValue(string value, string? rawMember)
    {
        var name = WrittenName;
        switch (Type.Kind, Type.Form)
        {
            case (TypeKind.String or TypeKind.Guid, _):
                return $"writer.WriteString({name}, {value});";
            case (TypeKind.Boolean, TextForm.Ordinary):
                return $"writer.WriteBoolean({name}, {value});";
            case (TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal, TextForm.Ordinary):
                return $"writer.WriteNumber({name}, {value});";
        }

        var write = $"{Codec}.WriteValue(writer, {value})";
        if (_textEnum is not null && rawMember is not null)
        {
            var jsonName = CSharp.Literal(property.JsonName);
            var kept = CSharp.Identifier("kept" + property.Name);
            write = Type.Kind is TypeKind.Enum
                ? $"{CodecExpression.ClassName(Type.Name!)}.Write(writer, {value}, {jsonName}, value.{rawMember})"
                : $"if ({UnknownTest.Of(Type, value, scope, NameStyle.Short)} && value.{rawMember}?.TryGetValue({jsonName}, out var {kept}) == true) "
                    + $"{kept}.WriteTo(writer); else {write}";
        }

        return $"writer.WritePropertyName({name}); {write};";
    }
}
