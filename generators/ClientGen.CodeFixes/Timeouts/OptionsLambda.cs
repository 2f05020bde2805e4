using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Timeouts;

/// <summary>A lambda that sets options, new or added to one that is there, laid out like the lines around it.</summary>
/// <param name="call">The call that the options are for.</param>
/// <param name="settings">What is set: paths of properties, and values.</param>
internal sealed class OptionsLambda(InvocationExpressionSyntax call, IReadOnlyList<(string Path, string Value)> settings)
{
    /// <summary>The call with a new lambda as its argument.</summary>
    public InvocationExpressionSyntax Inside() => call.WithArgumentList(call.ArgumentList.AddArguments(SyntaxFactory.Argument(New())));

    /// <summary>The call with a new lambda in <c>Configure</c> behind it.</summary>
    public InvocationExpressionSyntax Behind() => SyntaxFactory.InvocationExpression(
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, call.WithoutTrailingTrivia(), SyntaxFactory.IdentifierName("Configure")),
        SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(New())))).WithTrailingTrivia(call.GetTrailingTrivia());

    /// <summary>A lambda with these settings too: in place of shorter ones, or behind the others. Null for one that may return before.</summary>
    public LambdaExpressionSyntax? Extended(LambdaExpressionSyntax lambda)
    {
        var name = lambda switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var first, ..] } => first.Identifier.ValueText,
            _ => null,
        };
        if (name is null || lambda.Body.DescendantNodes().Any(static inner => inner is ReturnStatementSyntax))
            return null;
        var set = lambda.Body.DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>().Where(assignment => Value(assignment, name) is not null).ToList();
        var missing = settings.Where(setting => !set.Exists(assignment => assignment.Left.ToString() == $"{name}.{setting.Path}")).Select(setting => $"{name}.{setting.Path} = {setting.Value};").ToList();
        var raised = lambda.ReplaceNodes(set, (original, changed) => changed.WithRight(SyntaxFactory.ParseExpression(Value(original, name)!).WithTriviaFrom(changed.Right)));
        if (missing.Count == 0)
            return raised;
        return raised.Block is { } block
            ? WithBlock(raised, Longer(block, missing))
            : WithBlock(raised.WithExpressionBody(null), Lines([$"{raised.ExpressionBody};", .. missing]));
    }

    // The block may begin on a line of its own; nothing is left behind the arrow then.
    private static LambdaExpressionSyntax WithBlock(LambdaExpressionSyntax lambda, BlockSyntax block) =>
        (block.GetLeadingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? lambda.WithArrowToken(lambda.ArrowToken.WithTrailingTrivia()) : lambda).WithBlock(block);

    private string? Value(AssignmentExpressionSyntax assignment, string name) => settings.FirstOrDefault(setting => assignment.Left.ToString() == $"{name}.{setting.Path}").Value;

    private LambdaExpressionSyntax New()
    {
        var lambda = (SimpleLambdaExpressionSyntax)SyntaxFactory.ParseExpression("options => { }");
        return WithBlock(lambda, Lines([.. settings.Select(static setting => $"options.{setting.Path} = {setting.Value};")]));
    }

    // Statements of a block stand under each other, or one behind the other where the block is a single line.
    private BlockSyntax Longer(BlockSyntax block, IEnumerable<string> statements)
    {
        if (block.Statements is not [.., var last] || !block.ToString().Contains('\n'))
            return Lines([.. block.Statements.Select(static each => each.ToString()), .. statements]);
        var indent = last.GetLeadingTrivia().LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
        return block.AddStatements([.. statements.Select(text => SyntaxFactory.ParseStatement(indent + text + LineEnd))]);
    }

    private BlockSyntax Lines(IEnumerable<string> statements)
    {
        var indent = Indent;
        var lines = statements.Select(text => $"{indent}    {text}{LineEnd}");
        var block = (BlockSyntax)SyntaxFactory.ParseStatement($"{indent}{{{LineEnd}{string.Concat(lines)}{indent}}}");
        return block.WithLeadingTrivia(SyntaxFactory.EndOfLine(LineEnd), SyntaxFactory.Whitespace(indent));
    }

    private string LineEnd => call.SyntaxTree.GetText().Lines is [{ } first, ..] && first.EndIncludingLineBreak - first.End == 2 ? "\r\n" : "\n";

    private string Indent
    {
        get
        {
            // The line of the name, since the chain before it may be long.
            var name = call.Expression is MemberAccessExpressionSyntax access ? access.Name.SpanStart : call.SpanStart;
            var line = call.SyntaxTree.GetText().Lines.GetLineFromPosition(name).ToString();
            return line.Substring(0, line.Length - line.TrimStart().Length);
        }
    }
}
