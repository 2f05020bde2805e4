using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Analyzers.Names;

/// <summary>Looks at files in which certain names stand, so that others are never bound for a rule.</summary>
internal static class NamedFiles
{
    /// <summary>Registers a look at every such file.</summary>
    /// <param name="context">The compilation that starts.</param>
    /// <param name="names">The names.</param>
    /// <param name="look">Looks at one file.</param>
    public static void Register(CompilationStartAnalysisContext context, NameSet names, Action<TreeIndex, SemanticModelAnalysisContext> look) => context.RegisterSemanticModelAction(file =>
    {
        var index = TreeIndex.Of(file.SemanticModel.SyntaxTree);
        if (index.HasAny(names))
            look(index, file);
    });
}
