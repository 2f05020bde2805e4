using System.Runtime.CompilerServices;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Retries;

/// <summary>Operations that may do their work twice when they are sent twice, and the HttpClients that send them.</summary>
internal sealed class UnsafeCalls : ClientWires<IMethodSymbol>
{
    private static readonly ConditionalWeakTable<ProtocolFacts, UnsafeCalls> Cache = new();

    private readonly ProtocolFacts _facts;
    private readonly Lazy<IReadOnlyList<INamedTypeSymbol>> _classes;

    private UnsafeCalls(ProtocolFacts facts)
        : base(facts)
    {
        _facts = facts;
        _classes = new(() => [.. LongPolls.TypesOf(facts.Compilation).Where(type => type is { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false } && CallOf(type) is not null)]);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<INamedTypeSymbol> Classes => _classes.Value;

    /// <summary>The unsafe calls of a compilation.</summary>
    public static UnsafeCalls Of(ProtocolFacts facts) => Cache.GetValue(facts, static found => new(found));

    /// <summary>Whether sending a call again may do its work twice.</summary>
    public static bool Contains(IMethodSymbol method, ProtocolFacts facts) =>
        facts.Of(method) is { NotRetryable: true } said && said.Operation is not { IsHarmlessAgain: true };

    /// <inheritdoc/>
    protected override IMethodSymbol? CallOf(ITypeSymbol? type) => type is INamedTypeSymbol named
        ? named.AllInterfaces.Prepend(named).SelectMany(static each => each.GetMembers().OfType<IMethodSymbol>())
            .Where(method => Contains(method, _facts))
            // What begins something says best what a second call would do.
            .OrderByDescending(method => _facts.Operation(method)?.Starts.Count ?? 0).FirstOrDefault()
        : null;
}
