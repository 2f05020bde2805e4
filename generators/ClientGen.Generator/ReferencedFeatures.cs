using System.Collections.Immutable;
using System.Reflection;
using ClientGen.Emitter;

namespace ClientGen.Generator;

/// <summary>What the consuming project references. Read from its references, which typing C# does not change, and not from the compilation.</summary>
internal static class ReferencedFeatures
{
    private static readonly string Version =
        typeof(ReferencedFeatures).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    /// <summary>The options that follow from the references.</summary>
    public static EmitOptions Options(ImmutableArray<ReferencedAssembly> references) =>
        EmitOptions.ForReferences([.. references.Select(static reference => reference.Name)], Version);

    /// <summary>Whether the runtime that is referenced has dates as <c>DateOnly</c>.</summary>
    public static bool HasDateOnly(ImmutableArray<ReferencedAssembly> references) => !references.Any(static reference => reference.IsOldRuntime);
}
