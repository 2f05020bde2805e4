using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Analyzers.Names;

/// <summary>The names in one file, by member. Kept as long as the file is unchanged, so that typing in one file reads only that one again.</summary>
internal sealed class TreeIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeIndex> Cache = new();

    private const int LongestCode = 64;

    /// <summary>Stands for the type of <c>new(…)</c>, which is not written there.</summary>
    public const string New = "new";

    private readonly Words _words;
    private readonly Lazy<(HashSet<string> Names, HashSet<string> Literals)> _tokens;
    private readonly Lazy<IReadOnlyList<MemberIndex>> _members;
    private readonly Lazy<ILookup<string, SyntaxNode>> _doing;

    private TreeIndex(SyntaxTree tree)
    {
        Tree = tree;
        _words = Words.Of(tree.GetText());
        _tokens = new Lazy<(HashSet<string>, HashSet<string>)>(() =>
        {
            var literals = new HashSet<string>(StringComparer.Ordinal);
            return (NamesIn(tree.GetRoot(), literals), literals);
        });
        _members = new Lazy<IReadOnlyList<MemberIndex>>(() => [.. MembersOf(tree.GetRoot())]);
        _doing = new Lazy<ILookup<string, SyntaxNode>>(() => tree.GetRoot().DescendantNodes().Where(static node => NameOf(node) is not null).ToLookup(static node => NameOf(node)!, StringComparer.Ordinal));
    }

    /// <summary>The file.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>Whether a name stands in it as an identifier.</summary>
    public bool Has(string name) => _words.MayHave(name) && _tokens.Value.Names.Contains(name);

    /// <summary>Whether one of some names stands in it as an identifier.</summary>
    public bool HasAny(NameSet names) => _words.MayHaveAny(names) && names.Meets(_tokens.Value.Names);

    /// <summary>Whether one of some whole numbers and short texts is written in it.</summary>
    public bool HasAnyLiteral(NameSet literals) => _words.MayHaveAny(literals) && literals.Meets(_tokens.Value.Literals);

    /// <summary>Methods, properties and top-level statements.</summary>
    public IReadOnlyList<MemberIndex> Members => _members.Value;

    /// <summary>All calls, creations, assignments and initializers of members.</summary>
    public IEnumerable<SyntaxNode> Doings => _doing.Value.SelectMany(static same => same);

    /// <summary>Calls, creations, assignments and initializers of members with one of these names, in the order of the text.</summary>
    public IEnumerable<SyntaxNode> Doing(NameSet names) => names.Count > _doing.Value.Count
        ? _doing.Value.Where(same => names.Contains(same.Key)).SelectMany(static same => same).OrderBy(static node => node.SpanStart)
        : names.SelectMany(name => _doing.Value[name]).OrderBy(static node => node.SpanStart);

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
            else if (token.IsKind(SyntaxKind.NewKeyword) && token.Parent is ImplicitObjectCreationExpressionSyntax creation && HasArguments(creation))
                names.Add(New);
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

    private static bool HasArguments(ImplicitObjectCreationExpressionSyntax creation) => creation.ArgumentList.Arguments.Count > 0;

    private static string? NameOf(SyntaxNode node) => node switch
    {
        // Everybody adds something; what matters is to what.
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAdd", Expression: var table } } => table.LastName(),
        InvocationExpressionSyntax call => call.Expression.LastName(),
        ObjectCreationExpressionSyntax creation => creation.Type.LastName(),
        ImplicitObjectCreationExpressionSyntax creation when HasArguments(creation) => New,
        AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax element } => element.Expression.LastName(),
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax, Parent.Parent: AssignmentExpressionSyntax outer } => outer.Left.LastName(),
        AssignmentExpressionSyntax assignment => assignment.Left.LastName(),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field } => field.Identifier.ValueText,
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
internal sealed record MemberIndex(SyntaxNode Node, string Name, HashSet<string> Names)
{
    /// <summary>What can be bound as one piece: the member itself, or the accessors and the initializer of a property.</summary>
    public IEnumerable<SyntaxNode> Bodies => Node is BasePropertyDeclarationSyntax property
        ? property.DescendantNodes(static node => node is BasePropertyDeclarationSyntax or AccessorListSyntax).Where(static node => node is AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax)
        : [Node];
}
