using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Lifecycle;

/// <summary>Mends CG5001 and CG5002: what stands between the opening and its end goes into <c>try</c>, and the end into <c>finally</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EndIsInFinallyFix)), Shared]
public sealed class EndIsInFinallyFix() : ClientCodeFix("CG5001", "CG5002")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (Guard.StatementOf(node) is not { Parent: BlockSyntax block } opening || !diagnostic.Properties.TryGetValue("End", out var name) || name is null)
            return [];
        var rest = block.Statements.Skip(block.Statements.IndexOf(opening) + 1).ToList();
        var end = rest.FindLastIndex(statement => Calls(statement, name));
        // Without an end in the text its arguments would have to be invented, and with several the last one would come twice.
        if (end <= 0 || rest.Count(statement => Mentions(statement, name)) > 1
            || rest.Any(static statement => statement is LocalFunctionStatementSyntax or LabeledStatementSyntax))
            return [];
        var before = block.Statements.Take(block.Statements.IndexOf(opening) + 1).ToList();
        // What follows the end stays outside, unless it needs what is declared inside.
        foreach (var inside in new[] { rest.Take(end).ToList(), [.. rest.Take(end), .. rest.Skip(end + 1)] })
        {
            var outside = inside.Count == end ? rest.Skip(end + 1) : [];
            var statements = before.Append(Block.OwnLine(Try(inside, rest[end]), root)).Concat(outside);
            var changed = root.ReplaceNode(block, block.WithStatements(SyntaxFactory.List(statements)));
            if ( await IfItCompilesAsync(document, "End it in a finally block", changed, cancellationToken).ConfigureAwait(false) is { Count: > 0 } actions)
                return actions;
        }

        return [];
    }

    private static TryStatementSyntax Try(IReadOnlyList<StatementSyntax> inside, StatementSyntax end) =>
        SyntaxFactory.TryStatement(SyntaxFactory.Block(inside), default, SyntaxFactory.FinallyClause(SyntaxFactory.Block(end)));

    private static bool Calls(StatementSyntax statement, string name) => statement is ExpressionStatementSyntax && Mentions(statement, name);

    private static bool Mentions(StatementSyntax statement, string name) => statement.DescendantNodes()
        .OfType<InvocationExpressionSyntax>().Any(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } && called == name);
}
