using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Wiring;

/// <summary>A registration of an HttpClient with <c>IHttpClientFactory</c>.</summary>
/// <param name="Call">The call that registers it.</param>
/// <param name="Types">The classes that it is for, and their interfaces.</param>
/// <param name="Name">The HttpClient's name; null when it is not known.</param>
/// <param name="IsDefault">Whether it is about all HttpClients: <c>ConfigureHttpClientDefaults</c>.</param>
internal sealed record Registration(IInvocationOperation Call, IReadOnlyList<ITypeSymbol> Types, string? Name, bool IsDefault)
{
    private const int Deepest = 16;

    /// <summary>Whether the client sets the HttpClient's time-out itself, so that defaults cannot change it.</summary>
    public bool SetsTimeout => IsClientGen(Call.TargetMethod);

    /// <summary>Whether another registration is about the same HttpClient.</summary>
    public bool IsSame(Registration other) =>
        (Call.Syntax.Span == other.Call.Syntax.Span && Call.Syntax.SyntaxTree == other.Call.Syntax.SyntaxTree) || (Name is not null && Name == other.Name);

    /// <summary>Whether a type is the builder of an HttpClient.</summary>
    public static bool IsBuilder(ITypeSymbol? type) => type?.Name == "IHttpClientBuilder";

    /// <summary>The registrations that a builder may come from.</summary>
    public static IEnumerable<Registration> Of(IOperation builder, Compilation compilation) => Of(builder, compilation, 0);

    /// <summary>The registration that a call is; null for other calls.</summary>
    public static Registration? Of(IInvocationOperation call, Compilation compilation)
    {
        var method = call.TargetMethod;
        if (!IsServices(Receiver(call)?.Type))
            return null;
        if (method.Name == "ConfigureHttpClientDefaults")
            return new(call, [], null, IsDefault: true);
        var registered = ProtocolAttributes.All((method.ReducedFrom ?? method).OriginalDefinition, "RegistersClient").ToList();
        var types = registered.Select(static attribute => ProtocolAttributes.Value(attribute, 0)).OfType<ITypeSymbol>().Concat(method.TypeArguments).ToList();
        if (types.Count == 0 && !(method.Name == "AddHttpClient" && IsBuilder(method.ReturnType)))
            return null;
        var name = ConstantValue.Text(call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "name")?.Value, compilation)
            ?? registered.Select(static attribute => ProtocolAttributes.Text(attribute, 1)).FirstOrDefault();
        // Typed clients are named after the first type.
        return IsBuilder(method.ReturnType) ? new(call, types, name ?? types.FirstOrDefault()?.Name, IsDefault: false) : null;
    }

    /// <summary>What an extension method, or a member, is called on.</summary>
    public static IOperation? Receiver(IInvocationOperation call) => call.Instance ?? (call.TargetMethod.IsExtensionMethod || call.TargetMethod.ReducedFrom is not null
        ? call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value
        : null);

    private static IEnumerable<Registration> Of(IOperation builder, Compilation compilation, int depth)
    {
        if (depth > Deepest)
            return [];
        return Origin.Of(builder, compilation) switch
        {
            IInvocationOperation call when Of(call, compilation) is { } registration => [registration],
            IInvocationOperation call when Receiver(call) is { } receiver && !IsServices(receiver.Type) => Of(receiver, compilation, depth + 1),
            IInvocationOperation call => Returns.Of(call.TargetMethod, compilation).SelectMany(returned => Of(returned, compilation, depth + 1)),
            IParameterReferenceOperation parameter => Of(parameter.Parameter, parameter, compilation, depth + 1),
            _ => [],
        };
    }

    // The parameter of a lambda that a registration runs, or of an extension method of the project's own.
    private static IEnumerable<Registration> Of(IParameterSymbol parameter, IOperation use, Compilation compilation, int depth)
    {
        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction })
            return LambdaCall(parameter, use) is { } call ? Of(call, compilation, depth) : [];
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            return [];
        var called = Arguments.Of(method, compilation).Select(call => call.Given(parameter)).OfType<IOperation>().SelectMany(argument => Of(argument, compilation, depth));
        return called.Concat(CallsGiven(method, ["ConfigureHttpClientDefaults"], compilation).Select(call => Of(call, compilation)).OfType<Registration>());
    }

    /// <summary>The calls with certain names that are given a method by its name: <c>ConfigureHttpClient(SetUp)</c>.</summary>
    public static IEnumerable<IInvocationOperation> CallsGiven(IMethodSymbol method, IEnumerable<string> names, Compilation compilation) => names.SelectMany(NamedUses.Of(compilation).Calls)
        .Where(call => call.Arguments.Any(argument => SymbolEqualityComparer.Default.Equals(Returns.Method(argument.Value)?.OriginalDefinition, method.OriginalDefinition)));

    /// <summary>The call that a lambda with a parameter is given to; null when it is given to none.</summary>
    public static IInvocationOperation? LambdaCall(IParameterSymbol parameter, IOperation use)
    {
        for (var at = use.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, parameter.ContainingSymbol))
                return Given(lambda);
        }

        return null;
    }

    /// <summary>The call that a lambda is given to; null when it is given to none.</summary>
    public static IInvocationOperation? Given(IAnonymousFunctionOperation lambda)
    {
        var owner = lambda.Parent;
        while (owner is IConversionOperation or IDelegateCreationOperation or IArgumentOperation)
            owner = owner.Parent;
        return owner as IInvocationOperation;
    }

    private static bool IsServices(ITypeSymbol? type) => type?.Name == "IServiceCollection" || type?.AllInterfaces.Any(static found => found.Name == "IServiceCollection") == true;

    private static bool IsClientGen(IMethodSymbol method) =>
        method.Name == "AddClientGenClient" || ProtocolAttributes.Has((method.ReducedFrom ?? method).OriginalDefinition, "RegistersClient");
}
