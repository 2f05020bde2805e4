using System.Collections.Immutable;
using System.Reflection;
using ClientGen.Emitter;
using Microsoft.CodeAnalysis;

namespace ClientGen.Generator;

/// <summary>What the consuming project references. Read from its references, which typing C# does not change, and not from the compilation.</summary>
internal static class ReferencedFeatures
{
    private static readonly string Version =
        typeof(ReferencedFeatures).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    /// <summary>The simple name of a referenced assembly.</summary>
    public static string NameOf(MetadataReference reference)
    {
        var display = reference.Display ?? "";
        var name = display.Substring(display.LastIndexOfAny(['/', '\\']) + 1);
        return name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name;
    }

    /// <summary>The options that follow from the references.</summary>
    public static EmitOptions Options(ImmutableArray<string> references) => EmitOptions.ForReferences(references, Version);
}
