using ClientGen.Analyzers.Flow;
using ClientGen.Analyzers.Names;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Facts;

/// <summary>What is seen of types in the text of their files, before anything is bound.</summary>
/// <remarks>
/// A key press makes all symbols of a compilation anew, and a contract can have thousands of types. Asking each for its members and their
/// attributes would bind them all; the names in a file that has not changed are known already.
/// </remarks>
internal static class Written
{
    /// <summary>Whether a name stands in a file of the type. True for types without source, which are bound once for all compilations.</summary>
    public static bool Mentions(INamedTypeSymbol type, string name) => type.DeclaringSyntaxReferences.IsEmpty
        || type.DeclaringSyntaxReferences.Any(part => TreeIndex.Of(part.SyntaxTree).Has(name));
}
