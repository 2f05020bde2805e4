using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Values;

/// <summary>Operations of other files than the one that a rule looks at: initializers, helpers, registrations.</summary>
internal static class SourceModels
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<SyntaxTree, SemanticModel>> Models = new();

    /// <summary>The operation of a node; null for a node of another compilation, or one that is no operation.</summary>
    public static IOperation? Operation(SyntaxNode? node, Compilation compilation) => node is null ? null : Of(node.SyntaxTree, compilation)?.GetOperation(node);

    /// <summary>The model of a file, made once for each compilation; null for a file that does not belong to it.</summary>
    [SuppressMessage("MicrosoftCodeAnalysisPerformance", "RS1030", Justification = "What a value is may be written in another file; the models are kept.")]
    public static SemanticModel? Of(SyntaxTree tree, Compilation compilation) => compilation.ContainsSyntaxTree(tree)
        ? Models.GetValue(compilation, static _ => new()).GetOrAdd(tree, found => compilation.GetSemanticModel(found))
        : null;
}
