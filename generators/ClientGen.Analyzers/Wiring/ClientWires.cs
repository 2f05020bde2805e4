using System.Collections.Immutable;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Wiring;

/// <summary>Which HttpClients of a project end in a client of a kind: those that it is made over, and those that registrations give it.</summary>
/// <typeparam name="TCall">What is known of the call that makes a client one of the kind.</typeparam>
internal abstract class ClientWires<TCall>
    where TCall : class
{
    private const int Deepest = 5;

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

    /// <summary>The call whose client is made over the container's own HttpClient; null when there is none.</summary>
    public TCall? OfContainer => _wires.Value.FirstOrDefault(wire => wire.Trail.IsService || wire.Trail.Injected.Any(parameter => IsService(parameter.ContainingType)))?.Call;

    /// <summary>Whether a method, or a class, makes a client of the kind over something in a place of its own.</summary>
    public bool IsMadeIn(ISymbol maker, SyntaxNode place) => maker.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == place.SyntaxTree
        && _wires.Value.Any(wire => wire.Place.SyntaxTree == reference.SyntaxTree && reference.Span.Contains(wire.Place.Span)));

    /// <summary>The call that the HttpClient of a registration ends in; null when it ends in no client that has one.</summary>
    public TCall? Of(Registration registration)
    {
        if (registration.IsDefault)
            return OfDefaults(static _ => false);
        if (TypesOf(registration).Select(CallOf).FirstOrDefault(static call => call is not null) is { } own)
            return own;
        return _wires.Value.FirstOrDefault(wire => IsGiven(wire, registration))?.Call ?? Repeated(registration);
    }

    /// <summary>The call that the defaults of all HttpClients are for; null when there is none.</summary>
    /// <param name="isSpared">Whether a registration has something of its own instead.</param>
    public TCall? OfDefaults(Func<Registration, bool> isSpared) =>
        Registered.Where(registration => !isSpared(registration)).Select(Of).FirstOrDefault(static call => call is not null)
            ?? _wires.Value.FirstOrDefault(wire => wire.Trail.Marks.OfType<string>().Any(mark => !Registered.Any(registration => registration.Name is { } own && HttpFactory.Mark(own).Equals(mark))))?.Call;

    /// <summary>The call that a handler stands before; null when its HttpClient ends in no client that has one.</summary>
    public TCall? Behind(IObjectCreationOperation handler)
    {
        IOperation? at = handler;
        while (at is not (null or IAnonymousFunctionOperation))
            at = at.Parent;
        if (at is IAnonymousFunctionOperation lambda && Registration.Given(lambda) is { } call && Registration.Receiver(call) is { } builder && Registration.IsBuilder(builder.Type))
            return Registration.Of(builder, _facts.Compilation).Select(Of).FirstOrDefault(static found => found is not null);
        return _wires.Value.FirstOrDefault(wire => wire.Trail.Makers.OfType<IObjectCreationOperation>().Any(http => IsOver(http, handler, 0)))?.Call;
    }

    // new HttpClient(outer), whose InnerHandler is the one in question.
    private bool IsOver(IObjectCreationOperation outer, IObjectCreationOperation handler, int depth)
    {
        var inner = outer.Arguments.Select(static argument => argument.Value)
            .Concat((outer.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty).OfType<ISimpleAssignmentOperation>().Where(static each => each.Target is IPropertyReferenceOperation { Property.Name: "InnerHandler" }).Select(static each => each.Value));
        return depth < Deepest && inner.Select(value => Trail.Of(value, _facts.Compilation)).Any(trail => trail.Marks.Contains(Trail.Mark(handler.Syntax))
            || trail.Makers.OfType<IObjectCreationOperation>().Any(maker => IsOver(maker, handler, depth + 1)));
    }

    /// <summary>The classes that a registration gives its HttpClient to: its own, and those of <c>AddTypedClient</c> behind it.</summary>
    public IEnumerable<ITypeSymbol> TypesOf(Registration registration) => registration.Types.Concat(NamedUses.Of(_facts.Compilation).Calls("AddTypedClient")
        .Where(call => IsBehind(call, registration)).SelectMany(static call => call.TargetMethod.TypeArguments));

    private bool IsBehind(IInvocationOperation call, Registration registration) =>
        Registration.Receiver(call) is { } receiver && Registration.Of(receiver, _facts.Compilation).Any(registration.IsSame);

    // AddHttpClient("name") beside a registration of that name: both are about one HttpClient.
    private TCall? Repeated(Registration registration) => registration is { Types.Count: 0, Name: { Length: > 0 } name }
        ? Registered.Where(other => other.Types.Count > 0 && other.Name == name).SelectMany(static other => other.Types)
            .Select(CallOf).FirstOrDefault(static call => call is not null)
        : null;

    // A class that takes the HttpClient and makes the client over it, somebody who asks the factory for it by name, or a lambda of AddTypedClient.
    private bool IsGiven(Wire wire, Registration registration) =>
        wire.Trail.Injected.Any(parameter => TypesOf(registration).Any(type => SymbolEqualityComparer.Default.Equals(type, parameter.ContainingType)))
        || (registration.Name is { } name && wire.Trail.Marks.Contains(HttpFactory.Mark(name)))
        || wire.Trail.Lambdas.Any(call => call.TargetMethod.Name == "AddTypedClient" && IsBehind(call, registration));

    // A class that is registered as a service gets the container's HttpClient.
    private bool IsService(INamedTypeSymbol type) => new[] { "AddSingleton", "AddScoped", "AddTransient", "AddHostedService" }.SelectMany(NamedUses.Of(_facts.Compilation).Calls)
        .Any(call => call.TargetMethod.TypeArguments.Any(argument => SymbolEqualityComparer.Default.Equals(argument, type)));

    private IEnumerable<Wire> Wires()
    {
        var index = NamedUses.Of(_facts.Compilation);
        foreach (var type in Classes)
        {
            var made = index.Creations(type).SelectMany(static creation => creation.Arguments);
            var activated = index.Calls("CreateInstance").Where(call => SymbolEqualityComparer.Default.Equals(call.Type, type)).SelectMany(static call => call.Arguments).SelectMany(Operations.Items);
            foreach (var invoker in made.Select(static argument => argument.Value).Concat(activated).Where(IsInvoker))
                yield return new(Trail.Of(invoker, _facts.Compilation), CallOf(type)!, invoker.Syntax);
        }
    }

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
        var index = NamedUses.Of(_facts.Compilation);
        var names = LongPolls.Of(_facts).Registrations.Select(static method => method.Name).Concat(["AddHttpClient", "AddClientGenClient"]).Distinct();
        return names.SelectMany(index.Calls).Select(call => Registration.Of(call, _facts.Compilation)).OfType<Registration>()
            .Where(registration => !registration.IsDefault && (TypesOf(registration).Any(type => CallOf(type) is not null) || _wires.Value.Any(wire => IsGiven(wire, registration))));
    }

    private sealed record Wire(Trail Trail, TCall Call, SyntaxNode Place);
}
