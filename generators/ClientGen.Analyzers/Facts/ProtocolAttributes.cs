using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Facts;

/// <summary>Reads attributes of <c>ClientGen.Protocol</c>, by name: every assembly may bring its own copy of them.</summary>
internal static class ProtocolAttributes
{
    /// <summary>The namespace of the attributes.</summary>
    public const string Namespace = "ClientGen.Protocol";

    /// <summary>The attributes of a kind.</summary>
    /// <param name="symbol">The member or type.</param>
    /// <param name="name">The attribute's name without its suffix.</param>
    public static IEnumerable<AttributeData> All(ISymbol symbol, string name) => symbol.GetAttributes().Where(attribute => Is(attribute, name));

    /// <summary>The first attribute of a kind; null when there is none.</summary>
    public static AttributeData? Find(ISymbol symbol, string name) => All(symbol, name).FirstOrDefault();

    /// <summary>Whether the symbol has an attribute of the kind.</summary>
    public static bool Has(ISymbol symbol, string name) => Find(symbol, name) is not null;

    /// <summary>Whether a type or a member of it may have an attribute of the kind.</summary>
    /// <param name="type">The type.</param>
    /// <param name="name">The attribute's name without its suffix.</param>
    public static bool MayHave(INamedTypeSymbol type, string name) => Written.Mentions(type, name) || Written.Mentions(type, name + "Attribute");

    /// <summary>The name of a protocol attribute without its suffix; null for other attributes.</summary>
    public static string? NameOf(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { Name: var name, ContainingNamespace: { Name: "Protocol", ContainingNamespace: { Name: "ClientGen", ContainingNamespace.IsGlobalNamespace: true } } })
            return null;
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    /// <summary>An argument given by position as text; empty when it is missing.</summary>
    public static string Text(AttributeData attribute, int index) => Value(attribute, index) as string ?? "";

    /// <summary>An argument given by position; null when it is missing or an array.</summary>
    public static object? Value(AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index] is { Kind: not TypedConstantKind.Array } constant ? constant.Value : null;

    /// <summary>The items of an array given by position; empty when it is missing.</summary>
    public static IReadOnlyList<T> List<T>(AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index] is { Kind: TypedConstantKind.Array, IsNull: false } constant
            ? [.. constant.Values.Select(static item => item.Value).OfType<T>()]
            : [];

    /// <summary>An argument given by name; the default of its type when it is missing.</summary>
    public static T? Named<T>(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: not (TypedConstantKind.Array or TypedConstantKind.Error), Value: T value } ? value : default;

    private static bool Is(AttributeData attribute, string name) => NameOf(attribute) == name;
}
