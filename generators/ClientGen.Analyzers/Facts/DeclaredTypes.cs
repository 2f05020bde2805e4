using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Facts;

/// <summary>The types that a namespace and those below it declare. No member of a type is made for it but its nested types.</summary>
internal static class DeclaredTypes
{
    /// <summary>Those that stand in no other type.</summary>
    public static IEnumerable<INamedTypeSymbol> Outer(INamespaceSymbol scope) => scope.GetTypeMembers().Concat(scope.GetNamespaceMembers().SelectMany(Outer));

    /// <summary>All of them, each before those inside it.</summary>
    public static IEnumerable<INamedTypeSymbol> All(INamespaceSymbol scope) => Outer(scope).SelectMany(WithNested);

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type) => type.GetTypeMembers().SelectMany(WithNested).Prepend(type);
}
