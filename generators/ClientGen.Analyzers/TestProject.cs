using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClientGen.Analyzers;

/// <summary>Recognises test projects: their programs misuse clients on purpose and talk to substitutes.</summary>
internal static class TestProject
{
    private static readonly HashSet<string> Frameworks = new(StringComparer.OrdinalIgnoreCase)
    {
        "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core",
    };

    /// <summary>Whether the project says so, or references a test framework.</summary>
    public static bool Is(Compilation compilation, AnalyzerConfigOptions options)
    {
        if (options.TryGetValue("build_property.IsTestProject", out var text) && bool.TryParse(text, out var isTest))
            return isTest;
        return compilation.ReferencedAssemblyNames.Any(static name => Frameworks.Contains(name.Name));
    }
}
