using ClientGen.Analyzers.Flow;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Retries;

/// <summary>The strategies that a pipeline, a policy or a handler was built with.</summary>
internal sealed class Resilience
{
    /// <summary>Names of the methods that run something under a pipeline or policy.</summary>
    public static readonly NameSet Executions = new(["Execute", "ExecuteAsync", "ExecuteAndCapture", "ExecuteAndCaptureAsync", "ExecuteOutcomeAsync"]);

    /// <summary>Names of the methods that put a retry before an HttpClient.</summary>
    public static readonly NameSet Handlers = new(["AddStandardResilienceHandler", "AddStandardHedgingHandler", "AddResilienceHandler", "AddPolicyHandler", "AddTransientHttpErrorPolicy"]);

    private const int Deepest = 3;

    private readonly Compilation _compilation;
    private readonly HashSet<SyntaxNode> _seen = [];
    private readonly List<IInvocationOperation> _found = [];

    private Resilience(Compilation compilation) => _compilation = compilation;

    /// <summary>The retries of a pipeline or policy, wherever it was built; those that cannot be seen are left out.</summary>
    public static IReadOnlyList<RetryStrategy> Of(IOperation pipeline, Compilation compilation) => Retries(CallsOf(pipeline, compilation), compilation);

    /// <summary>The retries that a call puts before an HttpClient, unless it is one of a standard handler.</summary>
    public static IReadOnlyList<RetryStrategy> Before(IInvocationOperation handler, Compilation compilation) => Retries(CallsBefore(handler, compilation), compilation);

    /// <summary>The calls that a pipeline or policy was built with, wherever that was; those that cannot be seen are left out.</summary>
    public static IReadOnlyList<IInvocationOperation> CallsOf(IOperation pipeline, Compilation compilation)
    {
        var resilience = new Resilience(compilation);
        resilience.Follow(pipeline);
        return resilience._found;
    }

    /// <summary>The calls that build what a call puts before an HttpClient, unless it is one of a standard handler.</summary>
    public static IReadOnlyList<IInvocationOperation> CallsBefore(IInvocationOperation handler, Compilation compilation)
    {
        var resilience = new Resilience(compilation);
        foreach (var argument in handler.Arguments.Where(static argument => argument.Parameter?.Ordinal > 0))
        {
            if (handler.TargetMethod.Name == "AddResilienceHandler")
                resilience.Inside(argument.Value);
            else
                Policies(argument.Value).ToList().ForEach(resilience.Follow);
        }

        return resilience._found;
    }

    /// <summary>Whether a type belongs to a resilience library.</summary>
    public static bool IsOfLibrary(ITypeSymbol? type)
    {
        var scope = type?.ContainingNamespace;
        while (scope is { ContainingNamespace.IsGlobalNamespace: false })
            scope = scope.ContainingNamespace;
        return scope?.Name == "Polly";
    }

    private static IReadOnlyList<RetryStrategy> Retries(IEnumerable<IInvocationOperation> calls, Compilation compilation) =>
        [.. calls.Select(call => RetryReader.Read(call, compilation)).OfType<RetryStrategy>()];

    // A policy, or what a lambda chooses; one that looks at the request's method chooses by it.
    private static IEnumerable<IOperation> Policies(IOperation given)
    {
        if (Returns.Lambda(given) is not { } lambda)
            return [given];
        return lambda.Body.Descendants().Any(static inner => inner is IPropertyReferenceOperation { Property: { Name: "Method", ContainingType.Name: "HttpRequestMessage" } }) ? [] : Returns.OfDelegate(given);
    }

    private void Follow(IOperation value)
    {
        var trail = Trail.Of(value, _compilation);
        foreach (var call in trail.Makers.OfType<IInvocationOperation>())
            Made(call);
        foreach (var parameter in trail.Injected)
            Keyed(parameter.GetAttributes().FirstOrDefault(static each => each.AttributeClass?.Name == "FromKeyedServicesAttribute")?.ConstructorArguments.FirstOrDefault().Value);
    }

    private void Made(IInvocationOperation call)
    {
        if (!_seen.Add(call.Syntax))
            return;
        var method = call.TargetMethod;
        _found.Add(call);
        if (method.Name is "GetPipeline" or "GetRequiredKeyedService" or "GetKeyedService")
            Keyed(call.Arguments.Select(argument => ConstantValue.Of(argument.Value, _compilation)).FirstOrDefault(static key => key.HasValue).Value);
        if (Registration.Receiver(call) is { } receiver)
        {
            Follow(receiver);
            Builder(receiver);
        }

        // Policies that are wrapped in others, pipelines that are added to others.
        foreach (var argument in call.Arguments.SelectMany(static argument => Items(argument.Value)).Where(static value => IsOfLibrary(value.Type) && value.Type?.Name.Contains("Options") == false))
            Follow(argument);
    }

    private static IEnumerable<IOperation> Items(IOperation value) => value is IArrayCreationOperation { Initializer: { } items } ? items.ElementValues.Select(Operations.Unconverted) : [value.Unconverted()];

    // A builder that is kept in a local is told what to do statement by statement.
    private void Builder(IOperation receiver)
    {
        if (receiver is not ILocalReferenceOperation { Local: var builder } use || TreeIndex.MemberOf(use.Syntax) is not { } member || SourceModels.Operation(member, _compilation) is not { } body)
            return;
        foreach (var call in body.Descendants().OfType<IInvocationOperation>())
        {
            if (Registration.Receiver(call) is ILocalReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Local, builder))
                Made(call);
        }
    }

    // A pipeline that services hand out by its key.
    private void Keyed(object? key)
    {
        if (key is null)
            return;
        foreach (var registration in NamedUses.Of(_compilation).Calls("AddResiliencePipeline"))
        {
            if (registration.Arguments.Any(argument => Equals(ConstantValue.Of(argument.Value, _compilation).Value, key)))
                registration.Arguments.Select(static argument => argument.Value).ToList().ForEach(Inside);
        }
    }

    // What a lambda or method does to the builder that it is given, itself or by helpers.
    private void Inside(IOperation configure)
    {
        if (Returns.Lambda(configure) is { } lambda)
            Inside(lambda.Body, depth: 0);
        else if (Returns.Method(configure) is { } method)
            Inside(method, depth: 0);
    }

    private void Inside(IMethodSymbol method, int depth)
    {
        if (depth < Deepest && method is { IsVirtual: false, IsAbstract: false, DeclaringSyntaxReferences: [var reference] } && SourceModels.Operation(reference.GetSyntax(), _compilation) is { } body)
            Inside(body, depth + 1);
    }

    private void Inside(IOperation body, int depth)
    {
        foreach (var call in body.Descendants().OfType<IInvocationOperation>())
        {
            if (IsOfLibrary(call.TargetMethod.ContainingType))
                Made(call);
            else if (call.Arguments.Any(static argument => IsOfLibrary(argument.Value.Type)))
                Inside(call.TargetMethod, depth);
        }
    }
}
