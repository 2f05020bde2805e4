using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Retries;

/// <summary>A call of the contract that runs inside a delegate.</summary>
/// <param name="Method">The operation.</param>
/// <param name="Shown">The call in the delegate: the operation itself, or the helper that calls it.</param>
/// <param name="Call">The call of the operation.</param>
internal sealed record Executed(IMethodSymbol Method, IOperation Shown, IInvocationOperation Call)
{
    private const int Deepest = 3;

    /// <summary>The calls of the contract that a delegate makes, itself or through helpers.</summary>
    public static IReadOnlyList<Executed> By(IOperation work, ProtocolFacts facts)
    {
        var found = new List<Executed>();
        if (Returns.Lambda(work) is { } lambda)
            In(lambda.Body, null, facts, 0, found);
        else if (Returns.Method(work) is { } method)
            Of(method, work, null, facts, 0, found);
        return found;
    }

    private static void In(IOperation body, IOperation? shown, ProtocolFacts facts, int depth, List<Executed> found)
    {
        foreach (var call in body.Descendants().OfType<IInvocationOperation>())
            Of(call.TargetMethod, shown ?? call, call, facts, depth, found);
    }

    private static void Of(IMethodSymbol method, IOperation shown, IInvocationOperation? call, ProtocolFacts facts, int depth, List<Executed> found)
    {
        if (facts.Of(method) is { IsEmpty: false } said)
        {
            if (call is not null && (said.Operation is not null || said.Stream is not null || said.NotRetryable))
                found.Add(new(method, shown, call));
        }
        else if (depth < Deepest && method is { IsVirtual: false, IsAbstract: false, DeclaringSyntaxReferences: [var reference] } && SourceModels.Operation(reference.GetSyntax(), facts.Compilation) is { } body)
        {
            In(body, shown, facts, depth + 1, found);
        }
    }
}
