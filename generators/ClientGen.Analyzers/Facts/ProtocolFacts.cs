using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Facts;

/// <summary>What the attributes of <c>ClientGen.Protocol</c> say about the members that a compilation can see.</summary>
/// <remarks>Read once for each member and shared by all rules. Safe to use from several threads.</remarks>
internal sealed class ProtocolFacts
{
    private static readonly ConditionalWeakTable<Compilation, Box> Cache = new();

    private readonly ConcurrentDictionary<IMethodSymbol, MethodFacts> _methods = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, AnswerFacts> _answers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ValueFacts?> _values = new(SymbolEqualityComparer.Default);
    private readonly ProtocolAssemblies _assemblies;
    private readonly Lazy<StateMachines> _machines;
    private readonly Lazy<IReadOnlyList<INamedTypeSymbol>> _generated;
    private readonly Lazy<EventFamilies> _events;
    private readonly Lazy<CodeNames> _codes;
    private readonly Lazy<FactNames> _names;

    private ProtocolFacts(Compilation compilation)
    {
        Compilation = compilation;
        _assemblies = new ProtocolAssemblies(compilation.Assembly);
        _machines = new Lazy<StateMachines>(() => StateMachines.Of(compilation));
        _generated = new Lazy<IReadOnlyList<INamedTypeSymbol>>(() => Generated.Types(compilation));
        _events = new Lazy<EventFamilies>(() => EventFamilies.Of(_generated.Value));
        _codes = new Lazy<CodeNames>(() => new CodeNames(_generated.Value, Events));
        _names = new Lazy<FactNames>(() => FactNames.Of(this));
    }

    /// <summary>The compilation.</summary>
    public Compilation Compilation { get; }

    /// <summary>The state machines of all contracts in sight.</summary>
    public StateMachines Machines => _machines.Value;

    /// <summary>The events of all contracts in sight.</summary>
    public EventFamilies Events => _events.Value;

    /// <summary>All types in sight that were made from a contract.</summary>
    public IReadOnlyList<INamedTypeSymbol> Types => _generated.Value;

    /// <summary>The numbers and texts that contracts in sight give names to.</summary>
    public CodeNames Codes => _codes.Value;

    /// <summary>The names of what carries facts.</summary>
    public FactNames Names => _names.Value;

    /// <summary>The facts of a compilation; null where no generated client can be in sight.</summary>
    public static ProtocolFacts? Of(Compilation compilation) => Cache.GetValue(compilation, static compiled => new Box(
        compiled.GetTypesByMetadataName(ProtocolAttributes.Namespace + ".ProtocolOperationAttribute").IsEmpty ? null : new ProtocolFacts(compiled))).Facts;

    /// <summary>What is said about a method.</summary>
    public MethodFacts Of(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return _methods.GetOrAdd(definition, static found => MethodFacts.Read(found));
    }

    /// <summary>The operation that a method is; null for other methods.</summary>
    public OperationFacts? Operation(IMethodSymbol method) => Of(method).Operation;

    /// <summary>What is said about the type of an answer.</summary>
    public AnswerFacts Answer(ITypeSymbol type) => _answers.GetOrAdd(type.OriginalDefinition, static found => AnswerFacts.Read(found));

    /// <summary>What is said about the values of a property, field or parameter; null for nothing.</summary>
    public ValueFacts? Value(ISymbol symbol) =>
        _assemblies.Contains(symbol.ContainingAssembly) ? _values.GetOrAdd(symbol.OriginalDefinition, static found => ValueFacts.Read(found)) : null;

    private sealed class Box(ProtocolFacts? facts)
    {
        public ProtocolFacts? Facts { get; } = facts;
    }
}
