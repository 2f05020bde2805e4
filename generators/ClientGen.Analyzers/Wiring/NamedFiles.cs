using ClientGen.Analyzers.Flow;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Analyzers.Wiring;

/// <summary>Looks at files in which certain names stand, so that others are never bound for a rule.</summary>
internal static class NamedFiles
{
    /// <summary>Registers a look at every such file.</summary>
    /// <param name="context">The compilation that starts.</param>
    /// <param name="names">The names; gathered once for all files, and not before the first is looked at.</param>
    /// <param name="look">Looks at one file, with the names.</param>
    public static void Register(CompilationStartAnalysisContext context, IReadOnlyCollection<string> names, Action<TreeIndex, HashSet<string>, SemanticModelAnalysisContext> look)
    {
        var wanted = new Lazy<HashSet<string>>(() => new HashSet<string>(names, StringComparer.Ordinal));
        context.RegisterSemanticModelAction(file =>
        {
            var index = TreeIndex.Of(file.SemanticModel.SyntaxTree);
            if (index.Names.Overlaps(wanted.Value))
                look(index, wanted.Value, file);
        });
    }
}
