using ClientGen.Specs.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClientGen.Generator;

/// <summary>The C# version that generated code needs.</summary>
internal static class LanguageVersions
{
    private const LanguageVersion Needed = LanguageVersion.CSharp12;

    // As people write it; the compiler says 12.0.
    private const string NeededText = "12";

    /// <summary>The project's version where it is too old; null where it is not.</summary>
    public static string? TooOld(ParseOptions options) =>
        options is CSharpParseOptions { LanguageVersion: var version } && version < Needed ? version.ToDisplayString() : null;

    /// <summary>Says what to set, once for a project.</summary>
    public static void Report(SourceProductionContext context, string version)
    {
        FindingDiagnostics.ReportError(context, ContractRules.Language,
            $"Generated clients need C# {NeededText}, and this project is compiled as C# {version}, so nothing is generated. " +
            $"Set <LangVersion>{NeededText}</LangVersion> or a later version in the project file.");
    }
}
