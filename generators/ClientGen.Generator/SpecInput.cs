using ClientGen.Specs.Binding;
using ClientGen.Specs.Contracts;
using ClientGen.Specs.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Generator;

/// <summary>Turns the additional files that a project lists as <c>ClientGenSpec</c> into documents.</summary>
internal static class SpecInput
{
    private const string Metadata = "build_metadata.AdditionalFiles.";

    /// <summary>Whether a file is a contract of ours.</summary>
    public static bool IsSpec((AdditionalText File, AnalyzerConfigOptionsProvider Options) input) =>
        Value(input, "ClientGenSpec") is { } value && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a contract.</summary>
    public static ContractInput Read((AdditionalText File, AnalyzerConfigOptionsProvider Options) input, CancellationToken cancellationToken)
    {
        // A file that vanished between listing and reading has no text; an empty document says so with a place.
        var text = input.File.GetText(cancellationToken)?.ToString() ?? "";
        var document = SpecReader.Read(input.File.Path, text, cancellationToken);
        return new ContractInput(document, Value(input, "ClientGenNamespace") ?? DefaultNamespace(input, document), Use(Value(input, "ClientGenGenerate")));
    }

    private static ContractUse Use(string? generate) => generate?.ToLowerInvariant() switch
    {
        "false" => ContractUse.Refer,
        "endpoints" => ContractUse.Endpoints,
        _ => ContractUse.Generate,
    };

    private static string DefaultNamespace((AdditionalText File, AnalyzerConfigOptionsProvider Options) input, SpecDocument document)
    {
        var name = ContractNames.Contract(BindingContext.FileNameOf(document));
        return input.Options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var root) && root.Length > 0 ? root + "." + name : name;
    }

    private static string? Value((AdditionalText File, AnalyzerConfigOptionsProvider Options) input, string name) =>
        input.Options.GetOptions(input.File).TryGetValue(Metadata + name, out var value) && value.Length > 0 ? value : null;
}
