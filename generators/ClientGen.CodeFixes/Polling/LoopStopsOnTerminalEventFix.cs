using System.Composition;
using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.CodeFixes.Polling;

/// <summary>Mends CG2001 by leaving the loop when nothing follows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LoopStopsOnTerminalEventFix)), Shared]
public sealed class LoopStopsOnTerminalEventFix() : ClientCodeFix("CG2001")
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document, SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var stream = await StreamRewrite.ActionsAsync(document, root, node, cancellationToken).ConfigureAwait(false);
        if (PollLoop.Around(node) is not { Variable: { } variable } poll
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || Code.Awaited(model, poll.Call) is not { } answer || EventFacts.Read(answer) is not { } events)
            return stream;
        var last = LastOfTurn(poll);
        foreach (var over in Conditions(variable, events, model, last.SpanStart))
        {
            var changed = Block.Insert(root, last, [], [SyntaxFactory.ParseStatement($"if ({over})\n    break;")]);
            if (await IfItCompilesAsync(document, "Stop on every terminal event", changed, cancellationToken).ConfigureAwait(false) is { Count: > 0 } stop)
                return [.. stop, .. stream];
        }

        return stream;
    }

    // The last event is handled like the others, unless some way through the loop passes the end by.
    private static StatementSyntax LastOfTurn(PollLoop poll)
    {
        var block = poll.Statement is LocalDeclarationStatementSyntax ? poll.Statement.Parent as BlockSyntax : poll.Body as BlockSyntax;
        if (block is null)
            return poll.Statement;
        var rest = block.Statements.SkipWhile(each => !each.Span.Contains(poll.Statement.Span)).Skip(1).ToList();
        var passes = rest.Any(static each => each.DescendantNodesAndSelf().Any(static inner => inner is ContinueStatementSyntax))
            || rest.LastOrDefault() is ThrowStatementSyntax or ReturnStatementSyntax or BreakStatementSyntax;
        return passes || rest.Count == 0 ? poll.Statement : rest[rest.Count - 1];
    }

    private static IEnumerable<string> Conditions(string variable, EventFacts events, SemanticModel model, int position)
    {
        var isOptional = events.Code?.Type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        var last = events.Cases.Where(static each => each.IsTerminal).ToList();
        yield return events.Code is { } code ? $"{variable}.{code.Name}{(isOptional ? "?.IsTerminal() == true" : ".IsTerminal()")}" : $"{variable}.IsTerminal";
        yield return events.Code is { } member
            ? $"{variable}.{member.Name} is {string.Join(" or ", last.Select(each => events.Enum!.ToMinimalDisplayString(model, position) + "." + each.Name))}"
            : $"{variable} is {string.Join(" or ", last.Select(each => each.Type?.ToMinimalDisplayString(model, position)))}";
    }
}
