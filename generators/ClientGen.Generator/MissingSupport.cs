using ClientGen.Emitter.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Generator;

/// <summary>Finds out what the compiler will ask for and neither the framework nor the project has.</summary>
internal static class MissingSupport
{
    // From .NET 7 on the framework has them all, which every SDK says so; nothing is looked up there.
    private const string HasAll = "NET7_0_OR_GREATER";

    // Others that declare the same types, in generators that ours cannot see the output of; their options show that they are there.
    private static readonly string[] OtherProviders =
        ["build_property.PolySharpUsePublicAccessibilityForGeneratedTypes", "build_property.MeziantouPolyfill_IncludedPolyfills"];

    /// <summary>Whether a project of these options may lack something that is ours to declare.</summary>
    public static bool MayLack(ParseOptions options) => !options.PreprocessorSymbolNames.Contains(HasAll);

    /// <summary>Whether the project leaves the declaring to somebody else.</summary>
    public static bool IsLeftToOthers(AnalyzerConfigOptionsProvider options) =>
        (options.GlobalOptions.TryGetValue("build_property.ClientGenCompilerSupport", out var wanted) && wanted.Equals("false", StringComparison.OrdinalIgnoreCase))
        || OtherProviders.Any(name => options.GlobalOptions.TryGetValue(name, out _));

    /// <summary>What is missing.</summary>
    public static CompilerSupport In(Compilation compilation) => CompilerSupportEmitter.Names
        .Where(type => !compilation.GetTypesByMetadataName(type.MetadataName).Any(found => compilation.IsSymbolAccessibleWithin(found, compilation.Assembly)))
        .Aggregate(CompilerSupport.None, static (missing, type) => missing | type.Flag);
}
