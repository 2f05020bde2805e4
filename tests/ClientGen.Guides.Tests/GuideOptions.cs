using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Guides.Tests;

/// <summary>What MSBuild tells the compiler of a guide's project.</summary>
/// <param name="rootNamespace">The project's name.</param>
internal sealed class GuideOptions(string rootNamespace) : AnalyzerConfigOptionsProvider
{
    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options(new Dictionary<string, string> { ["build_property.RootNamespace"] = rootNamespace });

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile is GuideContract contract ? new Options(contract.Metadata) : GlobalOptions;

    private sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
