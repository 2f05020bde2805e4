using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Generator.Tests;

/// <summary>What MSBuild tells the compiler of the project and of each listed contract.</summary>
internal sealed class ContractOptions(Func<string, Dictionary<string, string>> metadata, IReadOnlyDictionary<string, string>? properties)
    : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options(new(properties ?? new Dictionary<string, string>()) { ["build_property.RootNamespace"] = "Consumer" });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(metadata(textFile.Path));

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        // The generator's own copies of the nullable attributes hide those of the framework here.
#nullable disable
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value);
#nullable restore
    }
}
