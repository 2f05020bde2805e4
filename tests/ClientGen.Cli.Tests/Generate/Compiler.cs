using ClientGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ClientGen.Cli.Tests.Generate;

/// <summary>Runs the generator as the compiler does, and hands out what it gives the compiler.</summary>
internal static class Compiler
{
    /// <summary>The generated files by hint name.</summary>
    /// <param name="contracts">Paths of contracts with the metadata of their items, in the order of the project.</param>
    /// <param name="rootNamespace">The project's root namespace.</param>
    /// <param name="references">Simple names of what the project references; each becomes an assembly that is empty but for the type by which Kiota is known.</param>
    public static Dictionary<string, SourceText> Sees(
        IReadOnlyList<(string Path, string? Namespace, string Generate)> contracts, string rootNamespace, params string[] references)
    {
        var compilation = CSharpCompilation.Create("Consumer", references: references.Select(Empty));
        var metadata = contracts.ToDictionary(static contract => contract.Path, static contract => new Dictionary<string, string>
        {
            ["build_metadata.AdditionalFiles.ClientGenSpec"] = "true",
            ["build_metadata.AdditionalFiles.ClientGenNamespace"] = contract.Namespace ?? "",
            ["build_metadata.AdditionalFiles.ClientGenGenerate"] = contract.Generate,
        });
        var driver = CSharpGeneratorDriver.Create(
            [new ContractGenerator().AsSourceGenerator()], contracts.Select(static contract => new TextFile(contract.Path)),
            optionsProvider: new Options(rootNamespace, metadata));
        var result = driver.RunGenerators(compilation).GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return result.GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText);
    }

    private static MetadataReference Empty(string name)
    {
        using var image = new MemoryStream();
        Assert.True(CSharpCompilation.Create(name, Types(name), [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new(OutputKind.DynamicallyLinkedLibrary)).Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray(), filePath: $"/references/{name}.dll");
    }

    private static SyntaxTree[] Types(string name) =>
        name == "Microsoft.Kiota.Abstractions" ? [CSharpSyntaxTree.ParseText("namespace Microsoft.Kiota.Abstractions { public interface IRequestAdapter { } }")] : [];

    private sealed class TextFile(string path) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(Path));
    }

    private sealed class Options(string rootNamespace, Dictionary<string, Dictionary<string, string>> metadata) : AnalyzerConfigOptionsProvider
    {
        // This compilation has no framework at all; what one lacks is the project's matter, not the contract's.
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new() { ["build_property.RootNamespace"] = rootNamespace, ["build_property.ClientGenCompilerSupport"] = "false" });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(metadata[textFile.Path]);
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        // The generator's own copies of the nullable attributes hide those of the framework here.
#nullable disable
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value);
#nullable restore
    }
}
