using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Events;

/// <summary>Looks at choices among events, in files that name any, so that all other files are never bound for a rule.</summary>
internal static class EventSources
{
    /// <summary>Registers a look at every choice.</summary>
    /// <param name="context">The compilation that starts.</param>
    /// <param name="facts">Its protocol facts.</param>
    /// <param name="families">The values whose choices matter.</param>
    /// <param name="look">Looks at one.</param>
    public static void Register(CompilationStartAnalysisContext context, ProtocolFacts facts, Func<ITypeSymbol?, EventFamily?> families, Action<EventChoice, SemanticModelAnalysisContext> look) =>
        NamedFiles.Register(context, new NameSet(() => facts.Events.Names), (_, file) =>
        {
            foreach (var choice in In(file, families))
                look(choice, file);
        });

    private static IEnumerable<EventChoice> In(SemanticModelAnalysisContext file, Func<ITypeSymbol?, EventFamily?> families)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (var node in file.SemanticModel.SyntaxTree.GetRoot(file.CancellationToken).DescendantNodes())
        {
            var choice = node switch
            {
                SwitchStatementSyntax or SwitchExpressionSyntax => file.SemanticModel.GetOperation(node, file.CancellationToken) switch
                {
                    ISwitchOperation operation => EventChoice.Of(operation, families, file.SemanticModel.Compilation),
                    ISwitchExpressionOperation operation => EventChoice.Of(operation, families, file.SemanticModel.Compilation),
                    _ => null,
                },
                // An "if" that belongs to a chain is not the beginning of another one.
                IfStatementSyntax { Parent: not ElseClauseSyntax } first when seen.Add(first) => EventChain.Of(first, file.SemanticModel, families, file.CancellationToken),
                _ => null,
            };
            if (choice is null)
                continue;
            seen.UnionWith(choice.Parts);
            yield return choice;
        }
    }
}
