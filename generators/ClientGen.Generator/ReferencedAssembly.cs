using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace ClientGen.Generator;

/// <summary>What the generator knows of a referenced assembly.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="IsOldRuntime">Whether it is our runtime as compiled for frameworks before .NET: there, dates of contracts are <c>DateTime</c>.</param>
internal readonly record struct ReferencedAssembly(string Name, bool IsOldRuntime)
{
    private const string Runtime = "ClientGen.Runtime";

    /// <summary>Looks at a reference; once, since typing C# changes none.</summary>
    public static ReferencedAssembly Of(MetadataReference reference)
    {
        var name = NameOf(reference);
        return new(name, name == Runtime && IsOld(reference));
    }

    private static string NameOf(MetadataReference reference)
    {
        var display = reference.Display ?? "";
        var name = display.Substring(display.LastIndexOfAny(['/', '\\']) + 1);
        return name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name;
    }

    private static bool IsOld(MetadataReference reference) => reference switch
    {
        CompilationReference project => project.Compilation.GetTypeByMetadataName("System.DateOnly") is null,
        PortableExecutableReference file => file.GetMetadata() is AssemblyMetadata assembly && RefersTo(assembly, "netstandard"),
        _ => false,
    };

    private static bool RefersTo(AssemblyMetadata assembly, string name)
    {
        var reader = assembly.GetModules()[0].GetMetadataReader();
        return reader.AssemblyReferences.Any(handle => reader.StringComparer.Equals(reader.GetAssemblyReference(handle).Name, name));
    }
}
