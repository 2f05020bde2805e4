using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Facts;

/// <summary>Tells what programs send from what they receive, whose values are the service's own affair.</summary>
internal sealed class RequestTypes
{
    private readonly ConcurrentDictionary<INamespaceSymbol, HashSet<ITypeSymbol>> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a generated type is an argument of its clients or workflows, or part of one.</summary>
    public bool Contains(INamedTypeSymbol type) => type.ContainingNamespace is { } scope && Generated.Is(type) && _known.GetOrAdd(scope, Read).Contains(type);

    private static HashSet<ITypeSymbol> Read(INamespaceSymbol scope)
    {
        var found = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var method in scope.GetTypeMembers().Where(Generated.Is).SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>().Where(method => Sends(type, method))))
        {
            foreach (var parameter in method.Parameters)
                Add(parameter.Type, scope, found);
        }

        return found;
    }

    // Receivers of callbacks are interfaces too; facts stand on the operations of clients only.
    private static bool Sends(INamedTypeSymbol type, IMethodSymbol method) => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public }
        && type.TypeKind switch
        {
            TypeKind.Interface => method.GetAttributes().Any(static attribute => ProtocolAttributes.NameOf(attribute) is not null),
            TypeKind.Class => !type.IsStatic && !type.IsRecord,
            _ => false,
        };

    private static void Add(ITypeSymbol type, INamespaceSymbol scope, HashSet<ITypeSymbol> found)
    {
        if (type is INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments })
        {
            foreach (var argument in arguments)
                Add(argument, scope, found);
        }

        if (!SymbolEqualityComparer.Default.Equals(type.ContainingNamespace, scope) || !found.Add(type))
            return;
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
            Add(property.Type, scope, found);
        if (type.IsAbstract)
        {
            foreach (var @case in scope.GetTypeMembers().Where(member => SymbolEqualityComparer.Default.Equals(member.BaseType, type)))
                Add(@case, scope, found);
        }
    }
}
