using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Facts;

/// <summary>Tells assemblies whose members can carry facts from all others, so that ordinary code costs next to nothing.</summary>
internal sealed class ProtocolAssemblies(IAssemblySymbol own)
{
    private const string Runtime = "ClientGen.Runtime";

    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether members of an assembly can carry facts.</summary>
    public bool Contains(IAssemblySymbol? assembly) => assembly is not null && _known.GetOrAdd(assembly, Knows);

    /// <summary>Whether an assembly was compiled against the attributes, as those of generated clients are.</summary>
    public static bool References(IAssemblySymbol assembly) => assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static name => name.Name == Runtime));

    /// <summary>Whether members of a referenced assembly can carry facts.</summary>
    public static bool Carries(IAssemblySymbol assembly) =>
        assembly.Name == Runtime
        || References(assembly)
        || assembly.GetTypeByMetadataName(ProtocolAttributes.Namespace + ".ProtocolOperationAttribute") is not null;

    private bool Knows(IAssemblySymbol assembly) => SymbolEqualityComparer.Default.Equals(assembly, own) || Carries(assembly);
}
