using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Analyzers.Names;

/// <summary>Looks at calls, creations and assignments with certain names only, so that files without them are never bound for a rule.</summary>
internal static class NamedOperations
{
    /// <summary>Registers a look at every call, creation and assignment of these names.</summary>
    /// <param name="context">The compilation that starts.</param>
    /// <param name="names">Names of methods, types and members.</param>
    /// <param name="look">Looks at one of them.</param>
    /// <param name="within">Only what has one of these names inside is bound; null for everything.</param>
    public static void Register(
        CompilationStartAnalysisContext context, NameSet names, Action<IOperation, SemanticModelAnalysisContext> look, NameSet? within = null) =>
        RegisterFiles(context, names, (operations, file) =>
        {
            foreach (var operation in operations)
                look(operation, file);
        }, within);

    /// <summary>Registers a look at all of them in a file together, for rules that say one thing about several only once.</summary>
    public static void RegisterFiles(
        CompilationStartAnalysisContext context, NameSet names, Action<IEnumerable<IOperation>, SemanticModelAnalysisContext> look, NameSet? within = null)
    {
        NamedFiles.Register(context, names, (index, file) =>
        {
            if (within is null || index.HasAny(within))
            {
                look(
                    index.Doing(names).Where(node => within is null || Mentions(node, within))
                        .Select(node => file.SemanticModel.GetOperation(node, file.CancellationToken)).OfType<IOperation>(),
                    file);
            }
        });
    }

    private static bool Mentions(SyntaxNode node, NameSet names) =>
        node.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText));
}
