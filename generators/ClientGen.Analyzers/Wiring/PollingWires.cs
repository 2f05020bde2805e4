using System.Runtime.CompilerServices;
using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Wiring;

/// <summary>Which HttpClients of a project end in a client with long polls.</summary>
internal sealed class PollingWires : ClientWires<OperationFacts>
{
    private static readonly ConditionalWeakTable<ProtocolFacts, PollingWires> Cache = new();

    private PollingWires(ProtocolFacts facts)
        : base(facts) => Polls = LongPolls.Of(facts);

    /// <summary>The clients in sight.</summary>
    public LongPolls Polls { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<INamedTypeSymbol> Classes => Polls.Classes;

    /// <summary>The wires of a compilation.</summary>
    public static PollingWires Of(ProtocolFacts facts) => Cache.GetValue(facts, static found => new(found));

    /// <inheritdoc/>
    protected override OperationFacts? CallOf(ITypeSymbol? type) => Polls.Of(type);
}
