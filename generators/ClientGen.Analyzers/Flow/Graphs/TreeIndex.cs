using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Analyzers.Flow;

/// <summary>The names in one file, by member. Kept as long as the file is unchanged, so that typing in one file reads only that one again.</summary>
internal sealed class TreeIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeIndex> Cache = new();

    private const int LongestCode = 64;

    private readonly Lazy<IReadOnlyList<MemberIndex>> _members;

    private TreeIndex(SyntaxTree tree)
    {
        Tree = tree;
        var root = tree.GetRoot();
        Names = NamesIn(root, Literals);
        _members = new Lazy<IReadOnlyList<MemberIndex>>(() => [.. MembersOf(root)]);
    }

    /// <summary>The file.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>All identifiers in it.</summary>
    public HashSet<string> Names { get; }

    /// <summary>All whole numbers and short texts that are written in it, as text.</summary>
    public HashSet<string> Literals { get; } = new(StringComparer.Ordinal);

    /// <summary>Methods, properties and top-level statements.</summary>
    public IReadOnlyList<MemberIndex> Members => _members.Value;

    /// <summary>Types with base types.</summary>
    public IEnumerable<TypeDeclarationSyntax> DerivedTypes => Tree.GetRoot().DescendantNodes(static node => node is not MemberDeclarationSyntax or BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<TypeDeclarationSyntax>().Where(static type => type.BaseList is not null);

    /// <summary>The index of a file.</summary>
    public static TreeIndex Of(SyntaxTree tree) => Cache.GetValue(tree, static found => new TreeIndex(found));

    /// <summary>The member that a node stands in; null outside of members.</summary>
    public static SyntaxNode? MemberOf(SyntaxNode node)
    {
        for (var each = node; each is not null; each = each.Parent)
        {
            if (each is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or CompilationUnitSyntax)
                return each;
            if (each is GlobalStatementSyntax)
                return each.Parent;
        }

        return null;
    }

    private static IEnumerable<MemberIndex> MembersOf(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes(static node => node is not (BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or GlobalStatementSyntax or BaseFieldDeclarationSyntax)))
        {
            if (node is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax)
                yield return new MemberIndex(node, DeclaredName(node), NamesIn(node));
        }

        if (root is CompilationUnitSyntax unit && unit.Members.OfType<GlobalStatementSyntax>().ToList() is { Count: > 0 } statements)
            yield return new MemberIndex(unit, "<top-level>", [.. statements.SelectMany(static statement => NamesIn(statement))]);
    }

    private static HashSet<string> NamesIn(SyntaxNode node, HashSet<string>? literals = null)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in node.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
                names.Add(token.ValueText);
            else if (literals is not null && LiteralText(token) is { } text)
                literals.Add(text);
        }

        return names;
    }

    /// <summary>A whole number or a short text as it can stand for a code; null for other tokens.</summary>
    public static string? LiteralText(SyntaxToken token) => token.Value switch
    {
        int or long or uint when token.IsKind(SyntaxKind.NumericLiteralToken) => Convert.ToString(token.Value, CultureInfo.InvariantCulture),
        string { Length: > 0 and <= LongestCode } text when token.IsKind(SyntaxKind.StringLiteralToken) => text,
        _ => null,
    };

    private static string DeclaredName(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => "",
    };
}

/// <summary>The names in one member.</summary>
/// <param name="Node">The member.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Names">All identifiers in it.</param>
internal sealed record MemberIndex(SyntaxNode Node, string Name, HashSet<string> Names);
