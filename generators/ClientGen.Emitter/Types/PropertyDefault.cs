using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Defaults that a member has when it is absent.</summary>
internal static class PropertyDefault
{
    /// <summary>Whether the default is the member's initializer: optional scalars and enums, where nothing else can mean "absent".</summary>
    public static bool Applies(PropertyModel property) =>
        property is { Required: false, Default: not null, Constant: null, Type.Nullable: false }
        && (property.Type.Kind is TypeKind.Enum || ScalarLiteral.Of(property.Type, property.Default) is not null);
}
