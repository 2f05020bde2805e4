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

    /// <summary>The call itself where it is one of the contract, or those that a helper makes.</summary>
    public static IReadOnlyList<Executed> At(IInvocationOperation call, ProtocolFacts facts)
    {
        var found = new List<Executed>();
        Of(call.TargetMethod, call, call, facts, 0, found);
        return found;
    }

    /// <summary>The calls of the contract that a pipeline or policy runs; none for other calls.</summary>
    public static IReadOnlyList<Executed> Under(IInvocationOperation execution, ProtocolFacts facts) =>
        Resilience.IsOfLibrary(Registration.Receiver(execution)?.Type) && execution.Arguments.Select(static argument => argument.Value).FirstOrDefault(static value => value.Type?.TypeKind == TypeKind.Delegate) is { } work
            ? By(work, facts)
            : [];

    /// <summary>Whether a failure is caught inside, so that it never reaches the retry.</summary>
    public bool IsSettledInside(IInvocationOperation execution)
    {
        if (execution.TargetMethod.Name == "ExecuteOutcomeAsync")
            return false;
        for (IOperation? each = Call; each is not null && each != execution; each = each.Parent)
        {
            if (each.Parent is ITryOperation attempt && attempt.Body == each && attempt.Catches.Any(static handler =>
                    handler.Filter is null && handler.ExceptionType is null or { Name: "Exception" or "HttpRequestException" or "ApiException" or "ClientGenException" } && !handler.Handler.Descendants().Any(static inner => inner is IThrowOperation)))
                return true;
        }

        return false;
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
