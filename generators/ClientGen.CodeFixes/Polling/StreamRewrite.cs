using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace ClientGen.CodeFixes.Polling;

/// <summary>Puts the generated event stream into the place of a loop that polls: it knows deadlines, retries and the end.</summary>
internal static class StreamRewrite
{
    private const string Title = "Use the generated event stream";

    /// <summary>The action; none where the loop does more than to poll, or no stream repeats its poll.</summary>
    public static async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (PollLoop.Around(node) is not { Variable: { } variable } poll || !IsEndless(poll.Loop) || Rest(poll) is not { } rest || LosesComment(poll, rest)
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || Stream(model, poll.Call) is not { } stream)
            return [];
        var call = poll.Call.WithExpression(((MemberAccessExpressionSyntax)poll.Call.Expression).WithName(SyntaxFactory.IdentifierName(stream))).WithoutTrivia();
        var head = (ForEachStatementSyntax)SyntaxFactory.ParseStatement($"await foreach (var {variable} in {call}) {{ }}");
        // What was said behind the poll is said behind the stream.
        if (Comments(poll.Statement.GetTrailingTrivia()).Any())
            head = head.WithCloseParenToken(head.CloseParenToken.WithTrailingTrivia(poll.Statement.GetTrailingTrivia()));
        var loop = head.WithStatement(SyntaxFactory.Block(rest)).WithTriviaFrom(poll.Loop).WithAdditionalAnnotations(Formatter.Annotation);
        return await ClientCodeFix.IfItCompilesAsync(document, Title, Changed(root, poll, loop), cancellationToken).ConfigureAwait(false);
    }

    // A counter of failures that nothing counts any more goes with the loop.
    private static SyntaxNode Changed(SyntaxNode root, PollLoop poll, StatementSyntax loop)
    {
        if (poll.Loop.Parent is not BlockSyntax block)
            return root.ReplaceNode(poll.Loop, loop);
        var before = block.Statements.TakeWhile(each => each != poll.Loop).ToList();
        var counters = before.OfType<LocalDeclarationStatementSyntax>().Where(each => IsCounter(each) && Mentions(poll.Loop, each)
            && !Mentions(loop, each) && !block.Statements.Any(other => other != each && other != poll.Loop && Mentions(other, each))).ToList();
        if (counters.Any(HasComment))
            return root.ReplaceNode(poll.Loop, loop);
        var statements = block.Statements.Where(each => !counters.Contains(each)).Select(each => each == poll.Loop ? loop : each);
        return root.ReplaceNode(block, block.WithStatements(SyntaxFactory.List(statements)));
    }

    private static bool IsCounter(LocalDeclarationStatementSyntax statement) =>
        statement.Declaration.Variables is [{ Initializer: null or { Value: LiteralExpressionSyntax } }];

    private static bool Mentions(SyntaxNode node, LocalDeclarationStatementSyntax local) => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Any(name => name.Identifier.ValueText == local.Declaration.Variables[0].Identifier.ValueText);

    private static bool IsEndless(StatementSyntax loop) => loop switch
    {
        WhileStatementSyntax { Condition: var condition } => IsTrueOrCancellation(condition),
        DoStatementSyntax { Condition: var condition } => IsTrueOrCancellation(condition),
        ForStatementSyntax { Condition: null, Initializers.Count: 0, Incrementors.Count: 0 } => true,
        _ => false,
    };

    private static bool IsTrueOrCancellation(ExpressionSyntax condition) => condition.IsKind(SyntaxKind.TrueLiteralExpression)
        || condition is PrefixUnaryExpressionSyntax
        {
            RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCancellationRequested" },
        };

    /// <summary>What the loop does with an event; null when it does something else as well.</summary>
    private static List<StatementSyntax>? Rest(PollLoop poll)
    {
        if (poll.Body is not BlockSyntax { Statements: var statements })
            return null;
        var rest = statements.ToList();
        if (rest is [LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer: null } declared] }, ..] && declared.Identifier.ValueText == poll.Variable)
            rest.RemoveAt(0);
        if (rest.Count == 0)
            return null;
        var first = rest[0];
        rest.RemoveAt(0);
        if (first == poll.Statement)
            return rest;
        if (first is not TryStatementSyntax { Finally: null } guarded || guarded.Block.Statements.FirstOrDefault() != poll.Statement
            || !guarded.Catches.All(static clause => clause.Block.Statements.All(OnlyRetries)))
            return null;
        return [.. guarded.Block.Statements.Skip(1).SkipWhile(static each => Counts(each)), .. rest];
    }

    // Counting failures, waiting after them and giving up is what the stream does.
    private static bool OnlyRetries(StatementSyntax statement) => statement switch
    {
        ContinueStatementSyntax or ThrowStatementSyntax { Expression: null } => true,
        IfStatementSyntax { Else: null } choice => OnlyRetries(choice.Statement),
        BlockSyntax block => block.Statements.All(OnlyRetries),
        ExpressionStatementSyntax
        {
            Expression: AwaitExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Delay" } } },
        } => true,
        _ => Counts(statement),
    };

    private static bool Counts(StatementSyntax statement) => statement is ExpressionStatementSyntax
    {
        Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax, Right: LiteralExpressionSyntax }
            or PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax } or PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax },
    };

    private static bool LosesComment(PollLoop poll, List<StatementSyntax> rest) =>
        Comments(poll.Body.DescendantTrivia()).Except(Comments(poll.Statement.GetTrailingTrivia()))
            .Any(comment => !rest.Any(each => each.FullSpan.Contains(comment.Span)));

    private static bool HasComment(SyntaxNode node) => Comments(node.DescendantTrivia()).Any();

    private static IEnumerable<SyntaxTrivia> Comments(IEnumerable<SyntaxTrivia> all) => all.Where(static trivia =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);

    private static string? Stream(SemanticModel model, InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Expression: var receiver } || model.GetTypeInfo(receiver).Type is not { } type
            || ProtocolFacts.Of(model.Compilation) is not { } facts || model.GetSymbolInfo(call).Symbol is not IMethodSymbol method
            || facts.Operation(method) is not { IsOutcome: false } operation)
            return null;
        return new[] { type }.Concat(type.AllInterfaces).SelectMany(static each => each.GetMembers()).OfType<IMethodSymbol>()
            .FirstOrDefault(each => facts.Of(each).Stream?.Polls == operation.Id)?.Name;
    }
}
