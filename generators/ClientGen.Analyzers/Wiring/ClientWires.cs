using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Wiring;

/// <summary>Which HttpClients of a project end in a client of a kind: those that it is made over, and those that registrations give it.</summary>
/// <typeparam name="TCall">What is known of the call that makes a client one of the kind.</typeparam>
internal abstract class ClientWires<TCall>
    where TCall : class
{
    private readonly ProtocolFacts _facts;
    private readonly Lazy<IReadOnlyList<Wire>> _wires;
    private readonly Lazy<IReadOnlyList<Registration>> _registrations;

    protected ClientWires(ProtocolFacts facts)
    {
        _facts = facts;
        _wires = new(() => [.. Wires()]);
        _registrations = new(() => [.. Registrations()]);
    }

    /// <summary>The classes of the kind.</summary>
    protected abstract IReadOnlyList<INamedTypeSymbol> Classes { get; }

    /// <summary>The registrations of clients of the kind.</summary>
    public IReadOnlyList<Registration> Registered => _registrations.Value;

    /// <summary>The call that makes a client one of the kind, by its class or interface; null when it has none.</summary>
    protected abstract TCall? CallOf(ITypeSymbol? type);

    /// <summary>The call that an HttpClient ends in; null when it ends in no client that has one.</summary>
    public TCall? Of(Trail http) => _wires.Value.FirstOrDefault(wire => http.Meets(wire.Trail))?.Call;

    /// <summary>The call whose client is made over what a place in the text gives; null when there is none.</summary>
    public TCall? Through(SyntaxNode place) => _wires.Value.FirstOrDefault(wire => wire.Trail.Marks.Contains(Trail.Mark(place)))?.Call;

    /// <summary>The call that the HttpClient of a registration ends in; null when it ends in no client that has one.</summary>
    public TCall? Of(Registration registration)
    {
        if (registration.IsDefault)
            return Registered.Select(Of).FirstOrDefault(static call => call is not null);
        if (registration.Types.Select(CallOf).FirstOrDefault(static call => call is not null) is { } own)
            return own;
        return _wires.Value.FirstOrDefault(wire => IsGiven(wire, registration))?.Call;
    }

    // A class that takes the HttpClient and makes the client over it, or somebody who asks the factory for it by name.
    private static bool IsGiven(Wire wire, Registration registration) =>
        wire.Trail.Injected.Any(parameter => registration.Types.Any(type => SymbolEqualityComparer.Default.Equals(type, parameter.ContainingType)))
        || (registration.Name is { } name && wire.Trail.Marks.Contains(HttpFactory.Mark(name)));

    private IEnumerable<Wire> Wires()
    {
        var index = SourceIndex.Of(_facts.Compilation);
        foreach (var type in Classes)
        {
            var made = index.Creations(type).SelectMany(static creation => creation.Arguments);
            var activated = index.Calls("CreateInstance").Where(call => SymbolEqualityComparer.Default.Equals(call.Type, type)).SelectMany(static call => call.Arguments).SelectMany(Items);
            foreach (var invoker in made.Select(static argument => argument.Value).Concat(activated).Where(IsInvoker))
                yield return new(Trail.Of(invoker, _facts.Compilation), CallOf(type)!);
        }
    }

    private static IEnumerable<IOperation> Items(IArgumentOperation argument) =>
        argument.Value is IArrayCreationOperation { Initializer: { } items } ? items.ElementValues.ToArray() : new[] { argument.Value };

    private static bool IsInvoker(IOperation value)
    {
        var type = value is IConversionOperation conversion ? conversion.Operand.Type : value.Type;
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "HttpMessageInvoker", ContainingNamespace: { Name: "Http", ContainingNamespace.Name: "Net" } })
                return true;
        }

        return false;
    }

    private IEnumerable<Registration> Registrations()
    {
        var index = SourceIndex.Of(_facts.Compilation);
        var names = LongPolls.Of(_facts).Registrations.Select(static method => method.Name).Concat(["AddHttpClient", "AddClientGenClient"]).Distinct();
        return names.SelectMany(index.Calls).Select(call => Registration.Of(call, _facts.Compilation)).OfType<Registration>()
            .Where(registration => !registration.IsDefault && Of(registration) is not null);
    }

    private sealed record Wire(Trail Trail, TCall Call);
}
