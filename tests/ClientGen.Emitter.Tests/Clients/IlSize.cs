using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClientGen.Emitter.Tests.Clients;

/// <summary>How much IL a compilation has, built as a release is.</summary>
public static class IlSize
{
    /// <summary>The bytes of all method bodies of some top-level types, nested types included.</summary>
    public static int Of(CSharpCompilation compilation, Func<string, bool> isCounted)
    {
        using var image = new MemoryStream();
        var result = compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Release)).Emit(image);
        Assert.True(result.Success);
        image.Position = 0;
        using var file = new PEReader(image);
        var metadata = file.GetMetadataReader();
        return metadata.MethodDefinitions
            .Select(handle => metadata.GetMethodDefinition(handle))
            .Where(method => method.RelativeVirtualAddress != 0 && isCounted(TopLevel(metadata, method.GetDeclaringType())))
            .Sum(method => file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()?.Length ?? 0);
    }

    private static string TopLevel(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        return metadata.GetString(type.Name);
    }
}
