using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace ClientGen.CodeFixes;

/// <summary>Adds statements beside others; comments stay with what they were written for.</summary>
internal static class Block
{
    /// <summary>Adds statements around one; null where statements have no place.</summary>
    public static SyntaxNode? Insert(
        SyntaxNode root, StatementSyntax statement, IReadOnlyList<StatementSyntax> before, IReadOnlyList<StatementSyntax> after)
    {
        var around = before.Select(line => Line(line, root)).Append(statement).Concat(after.Select(line => Line(line, root))).ToList();
        switch (statement.Parent)
        {
            case BlockSyntax or SwitchSectionSyntax:
                return root.ReplaceNode(statement, around);
            case GlobalStatementSyntax global:
                return root.ReplaceNode(global, around.Select(each => each == statement ? global : Global(each)));
            case IfStatementSyntax or ElseClauseSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax
                or CommonForEachStatementSyntax or UsingStatementSyntax:
                return root.ReplaceNode(statement, SyntaxFactory.Block(around).WithAdditionalAnnotations(Formatter.Annotation));
            default:
                return null;
        }
    }

    /// <summary>Puts statements into the place of one.</summary>
    public static SyntaxNode Replace(SyntaxNode root, StatementSyntax statement, IReadOnlyList<StatementSyntax> lines)
    {
        var laid = lines.Select(line => Line(line, root)).ToList();
        laid[0] = laid[0].WithLeadingTrivia(statement.GetLeadingTrivia());
        laid[laid.Count - 1] = laid[laid.Count - 1].WithTrailingTrivia(statement.GetTrailingTrivia());
        return statement.Parent is GlobalStatementSyntax global
            ? root.ReplaceNode(global, laid.Select(static line => SyntaxFactory.GlobalStatement(line)))
            : root.ReplaceNode(statement, laid);
    }

    /// <summary>A new statement on lines of its own.</summary>
    /// <param name="statement">The statement, all of it new.</param>
    /// <param name="root">The file, whose line ends it gets.</param>
    public static StatementSyntax Line(StatementSyntax statement, SyntaxNode root)
    {
        var ends = statement.DescendantTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return OwnLine(statement.ReplaceTrivia(ends, (_, _) => SyntaxFactory.ElasticEndOfLine(LineEnd(root))), root);
    }

    /// <summary>A statement or clause on lines of its own, with others inside that are laid out already.</summary>
    /// <remarks>Elastic, so that the formatter decides about the layout of what is new and of nothing else.</remarks>
    public static T OwnLine<T>(T code, SyntaxNode root)
        where T : SyntaxNode => code
        .WithLeadingTrivia(SyntaxFactory.ElasticMarker).WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine(LineEnd(root)))
        .WithAdditionalAnnotations(Formatter.Annotation);

    private static GlobalStatementSyntax Global(StatementSyntax statement) =>
        SyntaxFactory.GlobalStatement(statement).WithAdditionalAnnotations(Formatter.Annotation);

    private static string LineEnd(SyntaxNode root) =>
        root.DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end ? end.ToString() : "\n";
}
