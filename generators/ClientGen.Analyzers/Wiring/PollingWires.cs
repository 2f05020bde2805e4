using System.Runtime.CompilerServices;
using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Wiring;

/// <summary>Which HttpClients of a project end in a client with long polls: those that it is made over, and those that registrations give it.</summary>
internal sealed class PollingWires
{
    private static readonly ConditionalWeakTable<ProtocolFacts, PollingWires> Cache = new();

    private readonly ProtocolFacts _facts;
    private readonly Lazy<IReadOnlyList<Wire>> _wires;
    private readonly Lazy<IReadOnlyList<Registration>> _registrations;

    private PollingWires(ProtocolFacts facts)
    {
        _facts = facts;
        Polls = LongPolls.Of(facts);
        _wires = new(() => [.. Wires()]);
        _registrations = new(() => [.. Registrations()]);
    }

    /// <summary>The clients in sight.</summary>
    public LongPolls Polls { get; }

    /// <summary>The registrations of clients with long polls.</summary>
    public IReadOnlyList<Registration> Registered => _registrations.Value;

    /// <summary>The wires of a compilation.</summary>
    public static PollingWires Of(ProtocolFacts facts) => Cache.GetValue(facts, static found => new(found));

    /// <summary>The long poll that an HttpClient has to outlast; null when it ends in no client that has one.</summary>
    public OperationFacts? Of(Trail http) => _wires.Value.FirstOrDefault(wire => http.Meets(wire.Trail))?.Poll;

    /// <summary>The long poll whose client is made over what a place in the text gives; null when there is none.</summary>
    public OperationFacts? Through(SyntaxNode place) => _wires.Value.FirstOrDefault(wire => wire.Trail.Marks.Contains(Trail.Mark(place)))?.Poll;

    /// <summary>The long poll that the HttpClient of a registration has to outlast; null when it ends in no client that has one.</summary>
    public OperationFacts? Of(Registration registration)
    {
        if (registration.IsDefault)
            return Registered.Select(Of).FirstOrDefault(static poll => poll is not null);
        if (registration.Types.Select(Polls.Of).FirstOrDefault(static poll => poll is not null) is { } own)
            return own;
        return _wires.Value.FirstOrDefault(wire => IsGiven(wire, registration))?.Poll;
    }

    // A class that takes the HttpClient and makes the client over it, or somebody who asks the factory for it by name.
    private static bool IsGiven(Wire wire, Registration registration) =>
        wire.Trail.Injected.Any(parameter => registration.Types.Any(type => SymbolEqualityComparer.Default.Equals(type, parameter.ContainingType)))
        || (registration.Name is { } name && wire.Trail.Marks.Contains(HttpFactory.Mark(name)));

    private IEnumerable<Wire> Wires()
    {
        var index = SourceIndex.Of(_facts.Compilation);
        foreach (var type in Polls.Classes)
        {
            var poll = Polls.Of(type)!;
            var made = index.Creations(type).SelectMany(static creation => creation.Arguments);
            var activated = index.Calls("CreateInstance").Where(call => SymbolEqualityComparer.Default.Equals(call.Type, type)).SelectMany(static call => call.Arguments).SelectMany(Items);
            foreach (var invoker in made.Select(static argument => argument.Value).Concat(activated).Where(IsInvoker))
                yield return new(Trail.Of(invoker, _facts.Compilation), poll);
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
        var names = Polls.Registrations.Select(static method => method.Name).Concat(["AddHttpClient", "AddClientGenClient"]).Distinct();
        return names.SelectMany(index.Calls).Select(call => Registration.Of(call, _facts.Compilation)).OfType<Registration>()
            .Where(registration => !registration.IsDefault && Of(registration) is not null);
    }

    private sealed record Wire(Trail Trail, OperationFacts Poll);
}
