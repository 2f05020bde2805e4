using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Facts;

/// <summary>What attributes say about a method: of an operation, of an event stream, or of a helper that people marked themselves.</summary>
internal sealed record MethodFacts
{
    private static readonly MethodFacts None = new();

    /// <summary>The operation that it is; null when it is none.</summary>
    public OperationFacts? Operation { get; private init; }

    /// <summary>The event stream that it opens; null when it opens none.</summary>
    public StreamFacts? Stream { get; private init; }

    /// <summary>Evidence that its callers must have.</summary>
    public IReadOnlyList<string> RequiresEvidence { get; private init; } = [];

    /// <summary>Operations that must have succeeded before it.</summary>
    public IReadOnlyList<string> RequiresOperation { get; private init; } = [];

    /// <summary>Evidence that holds when it has returned.</summary>
    public IReadOnlyList<string> EnsuresEvidence { get; private init; } = [];

    /// <summary>Evidence that holds when its result is true.</summary>
    public IReadOnlyList<string> EvidenceGuard { get; private init; } = [];

    /// <summary>Obligations that it takes over from its caller.</summary>
    public IReadOnlyList<string> TakesObligation { get; private init; } = [];

    /// <summary>Whether sending it again may do its work twice. Operations outside of every workflow say so too.</summary>
    public bool NotRetryable { get; private init; }

    /// <summary>Whether its result says that polling goes on.</summary>
    public bool KeepsPolling { get; private init; }

    /// <summary>Whether nothing is said at all.</summary>
    public bool IsEmpty => ReferenceEquals(this, None);

    /// <summary>Reads a method. A generated class may leave the facts to its interface.</summary>
    public static MethodFacts Read(IMethodSymbol method)
    {
        var facts = ReadOwn(method);
        if (!facts.IsEmpty || method.ContainingType is not { TypeKind: TypeKind.Class } type || !IsGenerated(type))
            return facts;
        return Implemented(method).Select(ReadOwn).FirstOrDefault(static found => !found.IsEmpty) ?? facts;
    }

    /// <summary>The members of interfaces that a method implements.</summary>
    public static IEnumerable<IMethodSymbol> Implemented(IMethodSymbol method) => method.ContainingType is not { } type
        ? []
        : type.AllInterfaces
            .SelectMany(@interface => @interface.GetMembers(method.Name).OfType<IMethodSymbol>()
                .Concat(method.ExplicitInterfaceImplementations.Where(member => SymbolEqualityComparer.Default.Equals(member.ContainingType, @interface))))
            .Where(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method));

    private static bool IsGenerated(INamedTypeSymbol type) =>
        type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "GeneratedCodeAttribute") || type.DeclaringSyntaxReferences.IsEmpty;

    private static MethodFacts ReadOwn(IMethodSymbol method)
    {
        var attributes = method.GetAttributes().Where(static attribute => ProtocolAttributes.NameOf(attribute) is not null).ToList();
        if (attributes.Count == 0)
            return None;
        return new MethodFacts
        {
            Operation = OperationFacts.Read(method),
            Stream = StreamFacts.Read(method),
            RequiresEvidence = Names(attributes, "RequiresEvidence"),
            RequiresOperation = Names(attributes, "RequiresOperation"),
            EnsuresEvidence = Names(attributes, "EnsuresEvidence"),
            EvidenceGuard = Names(attributes, "EvidenceGuard"),
            TakesObligation = Names(attributes, "TakesObligation"),
            NotRetryable = attributes.Any(static attribute => ProtocolAttributes.NameOf(attribute) == "NotRetryable"),
            KeepsPolling = attributes.Any(static attribute => ProtocolAttributes.NameOf(attribute) == "KeepsPolling"),
        };
    }

    private static IReadOnlyList<string> Names(IEnumerable<AttributeData> attributes, string kind) =>
        [.. attributes.Where(attribute => ProtocolAttributes.NameOf(attribute) == kind).Select(static attribute => ProtocolAttributes.Text(attribute, 0))];
}
