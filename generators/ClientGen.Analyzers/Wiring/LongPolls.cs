using System.Runtime.CompilerServices;
using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Analyzers.Wiring;

/// <summary>The clients in sight, those of them that hold calls open for long, and the methods that register clients.</summary>
internal sealed class LongPolls
{
    private static readonly ConditionalWeakTable<ProtocolFacts, LongPolls> Cache = new();

    private readonly ProtocolFacts _facts;

    private LongPolls(ProtocolFacts facts)
    {
        _facts = facts;
        var types = TypesOf(facts.Compilation).ToList();
        Classes = [.. types.Where(type => type is { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false } && MayBeClient(type) && Of(type) is not null)];
        var interfaces = types.Where(static type => type.TypeKind == TypeKind.Interface).ToList();
        Operations = [.. interfaces.SelectMany(OperationsOf)];
        Streams = [.. interfaces.SelectMany(static type => Methods(type, "EventStream")).Where(method => facts.Of(method).Stream is not null)];
        NamesOfPolls = [.. interfaces.SelectMany(static type => Methods(type, "Poll", "EventStream")).Where(method => PollOf(method) is not null).Select(static method => method.Name).Distinct()];
        Registrations = [.. types.Where(static type => type.IsStatic).SelectMany(static type => Methods(type, "RegistersClient"))
            .Where(static method => ProtocolAttributes.Has(method, "RegistersClient"))];
    }

    /// <summary>The classes of clients with long polls.</summary>
    public IReadOnlyList<INamedTypeSymbol> Classes { get; }

    /// <summary>Every operation of the interfaces in sight.</summary>
    public IReadOnlyList<OperationFacts> Operations { get; }

    /// <summary>The names of long polls, and of the streams that repeat them.</summary>
    public IReadOnlyList<string> NamesOfPolls { get; }

    /// <summary>Methods of the interfaces in sight that open event streams.</summary>
    public IReadOnlyList<IMethodSymbol> Streams { get; }

    /// <summary>Methods that register clients.</summary>
    public IReadOnlyList<IMethodSymbol> Registrations { get; }

    /// <summary>The poll that takes longest; null when there is none that says how long.</summary>
    public OperationFacts? Longest => Operations.Where(static operation => operation.Poll is { MinTimeoutMilliseconds: > 0 })
        .OrderByDescending(static operation => operation.Poll!.MinTimeoutMilliseconds).FirstOrDefault();

    /// <summary>The long polls of a compilation.</summary>
    public static LongPolls Of(ProtocolFacts facts) => Cache.GetValue(facts, static found => new(found));

    /// <summary>The longest poll of a client, by its class or interface; null when it has none that says how long.</summary>
    public OperationFacts? Of(ITypeSymbol? type) => type is INamedTypeSymbol named
        ? named.AllInterfaces.Prepend(named).SelectMany(OperationsOf)
            .Where(static operation => operation.Poll is { MinTimeoutMilliseconds: > 0 })
            .OrderByDescending(static operation => operation.Poll!.MinTimeoutMilliseconds).FirstOrDefault()
        : null;

    /// <summary>The types of all assemblies that can have clients.</summary>
    public static IEnumerable<INamedTypeSymbol> TypesOf(Compilation compilation) => Assemblies(compilation).SelectMany(static assembly => DeclaredTypes.All(assembly.GlobalNamespace));

    /// <summary>The long poll that a method is, or that the stream which it opens repeats; null for other methods.</summary>
    public OperationFacts? PollOf(IMethodSymbol method) => _facts.Of(method) switch
    {
        { Operation: { Poll.MinTimeoutMilliseconds: > 0 } operation } => operation,
        { Stream.Polls: { } id } => OperationsOf(method.ContainingType).Concat(method.ContainingType.AllInterfaces.SelectMany(OperationsOf))
            .FirstOrDefault(operation => operation.Id == id && operation.Poll is { MinTimeoutMilliseconds: > 0 }),
        _ => null,
    };

    private IEnumerable<OperationFacts> OperationsOf(INamedTypeSymbol type) =>
        Methods(type, "ProtocolOperation").Select(_facts.Operation).OfType<OperationFacts>();

    private static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type, params string[] attributes) =>
        attributes.Any(attribute => ProtocolAttributes.MayHave(type, attribute)) ? type.GetMembers().OfType<IMethodSymbol>() : [];

    // A class has polls of its own, or those of what it implements; a generated one stands in the file of its interface.
    private static bool MayBeClient(INamedTypeSymbol type) => ProtocolAttributes.MayHave(type, "Poll")
        || (!ProtocolAttributes.MayHave(type, "GeneratedCode") && type.DeclaringSyntaxReferences.Any(static part => part.GetSyntax() is TypeDeclarationSyntax { BaseList: not null }));

    // Only assemblies that know the attributes can carry them.
    private static IEnumerable<IAssemblySymbol> Assemblies(Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols
        .Where(ProtocolAssemblies.References)
        .Append(compilation.Assembly);
}
