using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Events;

/// <summary>Reads conditions on one value, one after the other, as a choice: <c>else if</c>, and <c>if</c> after <c>if</c>.</summary>
internal static class EventChain
{
    /// <summary>The choice that begins with an <c>if</c>; null when it is not about events.</summary>
    /// <param name="first">The <c>if</c>.</param>
    /// <param name="model">The model of its file.</param>
    /// <param name="families">The events in sight.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static EventChoice? Of(IfStatementSyntax first, SemanticModel model, Func<ITypeSymbol?, EventFamily?> families, CancellationToken cancellationToken)
    {
        if (model.GetOperation(first.Condition, cancellationToken) is not { } condition || Asked(condition, families, model.Compilation) is not var (value, family, subject))
            return null;
        var test = new EventTest(subject, model.Compilation);
        var parts = new List<SyntaxNode> { first };
        var branches = new List<EventBranch>();
        IfStatementSyntax? next = first;
        while (next is { } each)
        {
            if (model.GetOperation(each.Condition, cancellationToken) is not { } asked || test.Of(asked, family.Events[0]) is null)
            {
                // What another condition takes cannot be known; what comes before it in the text is judged alone.
                if (each.Parent is ElseClauseSyntax)
                    return null;
                break;
            }

            if (each.Parent is not ElseClauseSyntax && each != first)
                parts.Add(each);
            branches.Add(EventBranch.Of(family, found => test.Of(asked, found) ?? Fit.Maybe, each.Statement));
            if (each.Else is { Statement: not IfStatementSyntax } rest)
                branches.Add(EventBranch.Of(family, static _ => Fit.Yes, rest.Statement));
            next = each.Else is null ? Following(parts[parts.Count - 1]) as IfStatementSyntax : each.Else.Statement as IfStatementSyntax;
        }

        return branches.Count == 0 ? null : new EventChoice(family, value, subject, parts, branches);
    }

    /// <summary>The statement after another one; null for the last one of its block.</summary>
    public static StatementSyntax? Following(SyntaxNode statement)
    {
        IReadOnlyList<SyntaxNode> list = statement.Parent switch
        {
            BlockSyntax block => block.Statements,
            SwitchSectionSyntax section => section.Statements,
            GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(static member => member.Statement).ToList(),
            _ => [],
        };
        return list.SkipWhile(each => each != statement).Skip(1).FirstOrDefault() as StatementSyntax;
    }

    private static (IOperation Value, EventFamily Family, Subject Subject)? Asked(IOperation condition, Func<ITypeSymbol?, EventFamily?> families, Compilation compilation)
    {
        foreach (var operation in condition.DescendantsAndSelf())
        {
            if (!operation.ConstantValue.HasValue && families(operation.Type) is { } family && Subject.Of(operation, compilation) is { } subject)
                return (operation, family, subject);
        }

        return null;
    }
}
