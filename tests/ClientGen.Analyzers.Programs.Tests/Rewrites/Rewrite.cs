using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClientGen.Analyzers.Programs.Tests.Rewrites;

/// <summary>A change of a program's text that leaves its meaning as it is.</summary>
internal sealed record Rewrite(string Name, Func<SyntaxNode, SyntaxNode> Apply)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rewrite> All { get; } =
    [
        By<InvertIf>(), By<DeMorgan>(), By<ComparisonToPattern>(), By<SwapOperands>(), By<NegatePatterns>(), By<NameConditions>(),
        By<WhileToFor>(), By<ConditionIntoLoop>(), By<ForToWhile>(), By<WhileToDo>(),
        By<TryFinallyAround>(), By<IntoLocalFunction>(), By<IntoLambda>(),
        new(nameof(RenameLocals), RenameLocals.Apply), new(nameof(IntoParts), IntoParts.Apply),
    ];

    /// <summary>The program after the rewrite; null when there is nothing to rewrite.</summary>
    public string? Of(string program)
    {
        var root = CSharpSyntaxTree.ParseText(program).GetRoot();
        var rewritten = Apply(root);
        return rewritten.IsEquivalentTo(root) ? null : rewritten.ToFullString();
    }

    private static Rewrite By<T>() where T : CSharpSyntaxRewriter, new() => new(typeof(T).Name, static root => new T().Visit(root));
}
