using ClientGen.Analyzers.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Analyzers.Facts;

/// <summary>What is seen of types and members in the text of their files, before anything is bound.</summary>
/// <remarks>
/// A key press makes all symbols of a compilation anew, and a contract can have thousands of types. Asking each for its members and their
/// attributes would bind them all; what stands in a file that has not changed is known already.
/// </remarks>
internal static class Written
{
    /// <summary>Whether a name stands in a file of the type. True for types without source, which are bound once for all compilations.</summary>
    public static bool Mentions(INamedTypeSymbol type, string name) => type.DeclaringSyntaxReferences.IsEmpty
        || type.DeclaringSyntaxReferences.Any(part => TreeIndex.Of(part.SyntaxTree).Has(name));

    /// <summary>Whether a member or parameter may have attributes. True for those without source.</summary>
    public static bool MayHaveAttributes(ISymbol symbol) => symbol.DeclaringSyntaxReferences.IsEmpty
        || symbol.DeclaringSyntaxReferences.Any(static part => AttributesOf(part.GetSyntax()) is not { Count: 0 });

    /// <summary>Whether the type of a property may be one of some names. True for properties without source.</summary>
    public static bool MayBeOf(IPropertySymbol property, NameSet types) => property.DeclaringSyntaxReferences.IsEmpty
        || property.DeclaringSyntaxReferences.Any(part => TypeOf(part.GetSyntax()) is not { } type || type.DescendantTokens().Any(token => types.Contains(token.ValueText)));

    /// <summary>The only text that an attribute is given, where the attribute stands in source; null where that must be asked of the attribute itself.</summary>
    /// <param name="symbol">The member.</param>
    /// <param name="name">The attribute's name without its suffix.</param>
    public static string? TextOf(ISymbol symbol, string name) => symbol.DeclaringSyntaxReferences is [var part]
        && AttributesOf(part.GetSyntax()) is { Count: > 0 } lists
        && lists.SelectMany(static list => list.Attributes).FirstOrDefault(attribute => attribute.Name.LastName() is { } last && (last == name || last == name + "Attribute"))
            is { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string text } }] }
        ? text
        : null;

    private static SyntaxList<AttributeListSyntax>? AttributesOf(SyntaxNode declaration) => declaration switch
    {
        MemberDeclarationSyntax member => member.AttributeLists,
        ParameterSyntax parameter => parameter.AttributeLists,
        VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax field } => field.AttributeLists,
        _ => null,
    };

    private static TypeSyntax? TypeOf(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax property => property.Type,
        ParameterSyntax parameter => parameter.Type,
        _ => null,
    };
}
