using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Events;

/// <summary>Loops that take one event after the other: over a stream, or around a long poll.</summary>
internal static class EventLoop
{
    /// <summary>The loop around a node of the same function whose events a value comes from; null where there is none.</summary>
    /// <param name="node">Where the value is asked about.</param>
    /// <param name="subject">What the value is; null for one without a name, such as the answer of a poll itself.</param>
    /// <param name="facts">The facts of the compilation.</param>
    public static SyntaxNode? Around(SyntaxNode node, Subject? subject, ProtocolFacts facts)
    {
        foreach (var ancestor in node.Ancestors().TakeWhile(static each => each is not (MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) or GlobalStatementSyntax))
        {
            if (ancestor is CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax && Is(ancestor, facts) && (subject is null || IsInside(subject.Root, ancestor)))
                return ancestor;
        }

        return null;
    }

    // The loop variable, or what is asked for in the loop, whether it is declared there or before.
    private static bool IsInside(ISymbol root, SyntaxNode loop) => root is ILocalSymbol { DeclaringSyntaxReferences: [var reference] }
        && (loop.Span.Contains(reference.Span) || Writes.Of(root.Name, loop).Count > 0);

    private static bool Is(SyntaxNode loop, ProtocolFacts facts)
    {
        if (loop is CommonForEachStatementSyntax each)
        {
            return each.AwaitKeyword.RawKind != 0 && SourceModels.Operation(loop, facts.Compilation) is IForEachLoopOperation { Locals: [var item] }
                && facts.Events.Of(item.Type) is { HasCodes: false };
        }

        return loop.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax).OfType<InvocationExpressionSyntax>()
            .Any(call => SourceModels.Operation(call, facts.Compilation) is IInvocationOperation { TargetMethod: var method } && facts.Operation(method)?.Poll is not null);
    }
}
