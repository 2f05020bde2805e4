using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ClientGen.Analyzers.Programs.Tests.Rewrites;

/// <summary>Gives every local another name.</summary>
internal sealed class RenameLocals(IReadOnlySet<string> names) : CSharpSyntaxRewriter
{
    /// <summary>Renames the locals of a file.</summary>
    public static SyntaxNode Apply(SyntaxNode root)
    {
        var locals = root.DescendantNodes().Select(static node => node switch
        {
            VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax or ForStatementSyntax or UsingStatementSyntax } local => local.Identifier.ValueText,
            SingleVariableDesignationSyntax local => local.Identifier.ValueText,
            ForEachStatementSyntax each => each.Identifier.ValueText,
            CatchDeclarationSyntax caught => caught.Identifier.ValueText,
            _ => null,
        }).OfType<string>().Where(static name => name.Length > 0).ToHashSet();
        return new RenameLocals(locals).Visit(root);
    }

    public override SyntaxToken VisitToken(SyntaxToken token) =>
        IsLocal(token) ? Identifier(token.LeadingTrivia, token.ValueText + "Renamed", token.TrailingTrivia) : base.VisitToken(token);

    private bool IsLocal(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText) && token.Parent switch
    {
        VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax or CatchDeclarationSyntax => true,
        IdentifierNameSyntax { Parent: NameColonSyntax or NameEqualsSyntax } => false,
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax access } name => access.Expression == name,
        IdentifierNameSyntax { Parent: MemberBindingExpressionSyntax } => false,
        IdentifierNameSyntax { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment } name => assignment.Right == name,
        IdentifierNameSyntax => true,
        _ => false,
    };
}

/// <summary>Puts the body of every method between <c>try</c> and <c>finally</c>.</summary>
internal sealed class TryFinallyAround : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) => node.Body is not { Statements.Count: > 0 } body ? node
        : node.WithBody(Block(TryStatement(body.WithoutTrivia(), default, FinallyClause(Block(ParseStatement("_ = 0;\n"))))));
}

/// <summary>Puts the body of every method without parameters by reference into a local function.</summary>
internal sealed class IntoLocalFunction : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        if (node.Body is not { Statements.Count: > 0 } body || node.ParameterList.Parameters.Any(static parameter => parameter.Modifiers.Count > 0) || node.TypeParameterList is not null)
            return node;
        var isAsync = node.Modifiers.Any(SyntaxKind.AsyncKeyword);
        var returns = node.ReturnType.WithoutTrivia().ToString();
        if (returns.StartsWith("IAsyncEnumerable", StringComparison.Ordinal) || returns.StartsWith("IEnumerable", StringComparison.Ordinal))
            return node;
        var hasValue = isAsync ? returns.Contains('<', StringComparison.Ordinal) : returns != "void";
        var call = $"{(hasValue ? "return " : "")}{(isAsync ? "await " : "")}Inner();\n";
        return node.WithBody((BlockSyntax)ParseStatement($"{{\n{call}{(isAsync ? "async " : "")}{returns} Inner()\n{body.WithoutTrivia()}\n}}\n"));
    }
}

/// <summary>Puts the body of every asynchronous method into a lambda.</summary>
internal sealed class IntoLambda : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var returns = node.ReturnType.WithoutTrivia().ToString();
        if (node.Body is not { Statements.Count: > 0 } body || !node.Modifiers.Any(SyntaxKind.AsyncKeyword) || !returns.StartsWith("Task", StringComparison.Ordinal) || node.TypeParameterList is not null)
            return node;
        var call = returns.Contains('<', StringComparison.Ordinal) ? "return await inner();" : "await inner();";
        return node.WithBody((BlockSyntax)ParseStatement($"{{\nFunc<{returns}> inner = async () =>\n{body.WithoutTrivia()};\n{call}\n}}\n"));
    }
}

/// <summary>Spreads the methods of every class over two parts.</summary>
internal static class IntoParts
{
    /// <summary>Splits the classes of a file's namespace.</summary>
    public static SyntaxNode Apply(SyntaxNode root)
    {
        var whole = (CompilationUnitSyntax)root;
        var split = whole.DescendantNodes().OfType<ClassDeclarationSyntax>().Where(static type => type.Parent is BaseNamespaceDeclarationSyntax && type.Members.OfType<MethodDeclarationSyntax>().Skip(1).Any()).ToList();
        return split.Count == 0 ? root : whole.ReplaceNodes(split.Select(static type => type.Parent!).Distinct(), static (_, parent) => ((BaseNamespaceDeclarationSyntax)parent).WithMembers(List(((BaseNamespaceDeclarationSyntax)parent).Members.SelectMany(Parts))));
    }

    private static IEnumerable<MemberDeclarationSyntax> Parts(MemberDeclarationSyntax member)
    {
        if (member is not ClassDeclarationSyntax type || type.Members.OfType<MethodDeclarationSyntax>().LastOrDefault() is not { } last || !type.Members.OfType<MethodDeclarationSyntax>().Skip(1).Any())
            return [member];
        var isPartial = type.Modifiers.Any(SyntaxKind.PartialKeyword);
        var modifiers = isPartial ? type.Modifiers : type.Modifiers.Add(Token(TriviaList(), SyntaxKind.PartialKeyword, TriviaList(Space)));
        var rest = type.WithModifiers(modifiers).WithMembers(type.Members.Remove(last));
        var part = type.WithAttributeLists(default).WithModifiers(modifiers).WithParameterList(null).WithBaseList(null).WithMembers(SingletonList<MemberDeclarationSyntax>(last)).WithLeadingTrivia(LineFeed);
        return [rest, part];
    }
}
