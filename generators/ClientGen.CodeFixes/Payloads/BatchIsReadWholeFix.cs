using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace ClientGen.CodeFixes.Payloads;

/// <summary>Mends CG6004 by a loop around what is done with the one record.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BatchIsReadWholeFix)), Shared]
public sealed class BatchIsReadWholeFix() : ClientCodeFix("CG6004")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return [];
        var looped = Declared(root, node) ?? Tested(root, node) ?? Used(root, node, model);
        return looped is null ? [] : [Replace(document, "Go through all records", _ => Task.FromResult(looped))];
    }

    // var record = list[0]; and what follows with it.
    private static SyntaxNode? Declared(SyntaxNode root, SyntaxNode node)
    {
        if (node.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } variable }
            || declaration.Parent is not LocalDeclarationStatementSyntax { Parent: BlockSyntax block } statement || ListOf(node) is not { } list)
            return null;
        var name = variable.Identifier.ValueText;
        var first = block.Statements.IndexOf(statement);
        var last = block.Statements.LastIndexOf(found => found.DescendantNodes().OfType<IdentifierNameSyntax>().Any(identifier => identifier.Identifier.ValueText == name));
        var body = block.Statements.Skip(first + 1).Take(last - first).ToList();
        var names = new HashSet<string>(body.OfType<LocalDeclarationStatementSyntax>().SelectMany(static local => local.Declaration.Variables).Select(static local => local.Identifier.ValueText));
        if (last <= first || body.Any(Leaves)
            || block.Statements.Skip(last + 1).Any(after => after.DescendantNodes().OfType<IdentifierNameSyntax>().Any(identifier => names.Contains(identifier.Identifier.ValueText))))
            return null;
        var loop = Loop(declaration.Type.WithoutTrivia(), name, list, SyntaxFactory.Block(body)).WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(body[body.Count - 1].GetTrailingTrivia());
        var statements = block.Statements.Take(first).Append(loop).Concat(block.Statements.Skip(last + 1));
        return root.ReplaceNode(block, block.WithStatements(SyntaxFactory.List(statements)));
    }

    // if (list is [var record, ..]) …, or if (list.FirstOrDefault() is { } record) ….
    private static SyntaxNode? Tested(SyntaxNode root, SyntaxNode node)
    {
        var test = node.FirstAncestorOrSelf<IsPatternExpressionSyntax>();
        if (test?.Parent is not IfStatementSyntax { Else: null } choice || choice.Condition != test)
            return null;
        var (list, name) = (node, test.Pattern) switch
        {
            (ListPatternSyntax { Patterns: [VarPatternSyntax { Designation: SingleVariableDesignationSyntax record }, SlicePatternSyntax { Pattern: null }] }, _) when test.Pattern == node => (test.Expression, record),
            (ExpressionSyntax, RecursivePatternSyntax { Type: null, PositionalPatternClause: null, PropertyPatternClause.Subpatterns.Count: 0, Designation: SingleVariableDesignationSyntax record }) when test.Expression == node => (ListOf(node), record),
            _ => (null, null),
        };
        return list is null || name is null || Leaves(choice.Statement)
            ? null
            : root.ReplaceNode(choice, Loop(SyntaxFactory.IdentifierName("var"), name.Identifier.ValueText, list, choice.Statement).WithTriviaFrom(choice));
    }

    // Save(list[0]);
    private static SyntaxNode? Used(SyntaxNode root, SyntaxNode node, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax statement || ListOf(node) is not { } list
            || node.Ancestors().TakeWhile(ancestor => ancestor != statement).Any(static ancestor => ancestor is AnonymousFunctionExpressionSyntax or ConditionalAccessExpressionSyntax or AssignmentExpressionSyntax))
            return null;
        var taken = new HashSet<string>(model.LookupSymbols(statement.SpanStart).Select(static symbol => symbol.Name));
        var name = new[] { "record", "item", "each", "batchRecord" }.FirstOrDefault(candidate => !taken.Contains(candidate));
        if (name is null)
            return null;
        var body = statement.ReplaceNode(node, SyntaxFactory.IdentifierName(name).WithTriviaFrom(node)).WithoutTrivia();
        return root.ReplaceNode(statement, Loop(SyntaxFactory.IdentifierName("var"), name, list, body).WithTriviaFrom(statement));
    }

    private static StatementSyntax Loop(TypeSyntax type, string name, ExpressionSyntax list, StatementSyntax body) => SyntaxFactory
        .ForEachStatement(type, SyntaxFactory.Identifier(name), list.WithoutTrivia(), body.WithLeadingTrivia(SyntaxFactory.ElasticMarker))
        .WithAdditionalAnnotations(Formatter.Annotation);

    private static ExpressionSyntax? ListOf(SyntaxNode node) => node switch
    {
        ElementAccessExpressionSyntax { Expression: not MemberBindingExpressionSyntax } item => item.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } => call.Expression,
        _ => null,
    };

    // What ends the method after the first record would end the loop too.
    private static bool Leaves(StatementSyntax statement) => statement
        .DescendantNodesAndSelf(static inner => inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(static inner => inner is ReturnStatementSyntax or YieldStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax);
}
