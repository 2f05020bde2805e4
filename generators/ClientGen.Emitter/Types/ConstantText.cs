using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Members with one allowed value: get-only, written by themselves.</summary>
internal static class ConstantText
{
    /// <summary>Whether the member is get-only. Constants that C# has no literal for stay ordinary members.</summary>
    public static bool Applies(PropertyModel property) =>
        property.Constant is { } json && (property.Type.Kind is TypeKind.Enum || ScalarLiteral.Of(property.Type, json) is not null);
}
