using ClientGen.Emitter.Kiota;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Prints the members of records.</summary>
internal static class PropertyEmitter
{
    public static void Emit(SourceWriter writer, PropertyModel property, EmitScope scope)
    {
        Documentation.Write(writer, property);
        foreach (var line in Packed.Declaration(PropertyAttributes.Of(property), Declaration(property, scope)))
            writer.Line(line);
    }

    private static string Declaration(PropertyModel property, EmitScope scope)
    {
        var type = TypeName.OfProperty(property);
        var name = CSharp.Identifier(property.Name);
        if (ConstantText.Applies(property))
            return $"public {type} {name} => {Value(property.Type, property.Constant!, scope, NameStyle.Full(scope.Namespace))};";
        if (scope.Kiota)
            return $"public {(property.Required ? "required " : "")}{type} {name} {KiotaFields.Accessors(property)}";
        if (PropertyDefault.Applies(property))
            return $"public {type} {name} {{ get; init; }} = {Value(property.Type, property.Default!, scope, NameStyle.Full(scope.Namespace))};";
        return $"public {(property.Required ? "required " : "")}{type} {name} {{ get; init; }}";
    }

    /// <summary>A constant or default as C#.</summary>
    public static string Value(TypeRef type, string json, EmitScope scope, NameStyle style) => type.Kind is TypeKind.Enum
        ? ScalarLiteral.OfEnum(scope.Find<EnumModel>(type.Name), style.Contract + CSharp.Identifier(type.Name ?? ""), json)
        : ScalarLiteral.Of(type, json) ?? "default";
}
