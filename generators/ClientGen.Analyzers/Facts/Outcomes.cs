using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Facts;

/// <summary>Types that hand every documented answer over as a value: a closed class with a nested case for each status.</summary>
internal static class Outcomes
{
    /// <summary>Whether a type is one.</summary>
    public static bool Is(ITypeSymbol? type) =>
        type?.BaseType is { Name: "ApiOutcome", ContainingNamespace: { Name: "ClientGen", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether a type is a case of one.</summary>
    public static bool IsCase(ITypeSymbol type) => Is(type.BaseType);

    /// <summary>The cases, in the contract's order.</summary>
    public static IEnumerable<INamedTypeSymbol> Cases(ITypeSymbol outcome) =>
        outcome.GetTypeMembers().Where(type => SymbolEqualityComparer.Default.Equals(type.BaseType, outcome));

    /// <summary>The case of success; null when none can be told.</summary>
    /// <remarks>Statuses of success stand first in a contract, and the generator keeps its order; the first case is named after one.</remarks>
    public static INamedTypeSymbol? Success(ITypeSymbol outcome) =>
        Cases(outcome).FirstOrDefault(static type => type.Name is "Ok" or "Successful" or "Created" or "Accepted" or "NoContent" or "NonAuthoritativeInformation" or "PartialContent");

    /// <summary>The body of a case; null when it has none.</summary>
    public static ITypeSymbol? Body(INamedTypeSymbol type) => type.GetMembers("Body").OfType<IPropertySymbol>().FirstOrDefault()?.Type;

    /// <summary>What the case of success carries; null when it carries nothing.</summary>
    public static ITypeSymbol? AnswerType(ITypeSymbol outcome) => Success(outcome) is { } success ? Body(success) : null;
}
