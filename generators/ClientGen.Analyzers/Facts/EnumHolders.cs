using ClientGen.Analyzers.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Analyzers.Facts;

/// <summary>The names under which values of a contract's enums go about in a program.</summary>
internal static class EnumHolders
{
    /// <summary>The members that people declare with one of some enums in their type.</summary>
    public static IEnumerable<string> Of(NameSet enums, Compilation compilation) => compilation.SyntaxTrees
        .Where(tree => !tree.IsGenerated() && TreeIndex.Of(tree).HasAny(enums))
        .SelectMany(static tree => tree.GetRoot().DescendantNodes(static node => node is not (StatementSyntax or ExpressionSyntax)))
        .SelectMany(node => Declared(node, enums));

    private static IEnumerable<string> Declared(SyntaxNode node, NameSet enums) => node switch
    {
        PropertyDeclarationSyntax property when Mentions(property.Type, enums) => [property.Identifier.ValueText],
        MethodDeclarationSyntax method when Mentions(method.ReturnType, enums) => [method.Identifier.ValueText],
        ParameterSyntax { Type: { } type, Parent.Parent: RecordDeclarationSyntax } parameter when Mentions(type, enums) => [parameter.Identifier.ValueText],
        FieldDeclarationSyntax field when Mentions(field.Declaration.Type, enums) => field.Declaration.Variables.Select(static variable => variable.Identifier.ValueText),
        _ => [],
    };

    private static bool Mentions(TypeSyntax type, NameSet enums) => type.DescendantTokens().Any(token => enums.Contains(token.ValueText));
}
