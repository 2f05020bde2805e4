using Microsoft.CodeAnalysis;

namespace ClientGen.Generator.Tests;

/// <summary>Findings reach the compiler as diagnostics at their place in the contract, and the right half is generated.</summary>
public class FindingTests
{
    [Fact]
    public void A_finding_stands_at_its_line_and_column_of_the_contract()
    {
        var diagnostic = Assert.Single(new GeneratorRun((Contracts.Path, Contracts.WithFinding)).Result.Diagnostics);
        var place = diagnostic.Location.GetLineSpan();
        var line = Contracts.WithFinding.Split('\n')[place.StartLinePosition.Line];

        Assert.Equal("CG9105", diagnostic.Id);
        Assert.Equal(Contracts.Path, place.Path);
        Assert.Equal("'#/components/schemas/Tides'", line[place.StartLinePosition.Character..place.EndLinePosition.Character]);
        Assert.Contains("Did you mean `Tide`?", diagnostic.GetMessage());
    }

    [Fact]
    public void A_half_wrong_contract_yields_the_right_half()
    {
        var run = new GeneratorRun((Contracts.Path, Contracts.WithFinding));
        Assert.Contains(run.Files.Values, static text => text.Contains("GetHarbourAsync", StringComparison.Ordinal));
        Assert.Contains(run.Files.Values, static text => text.Contains("ListTidesAsync", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Compilation.GetDiagnostics(TestContext.Current.CancellationToken), static d => d.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("openapi: 3.1.0\npaths:\n  /a:\n    get: [")]
    [InlineData("openapi: 2.0")]
    [InlineData("\0\u2028{{{{")]
    public void Whatever_the_text_the_compiler_goes_on(string text)
    {
        var run = new GeneratorRun((Contracts.Path, text), ("spec/moons.openapi.yaml", Contracts.Tides));
        Assert.Contains(run.Result.Diagnostics, static diagnostic => diagnostic.Id.StartsWith("CG91", StringComparison.Ordinal));
        Assert.Contains(run.Files.Keys, static name => name.StartsWith("moons.", StringComparison.Ordinal));
    }

    [Fact]
    public void Files_that_are_no_contracts_are_left_alone()
    {
        var run = new GeneratorRun(static _ => [], ("readme.yaml", Contracts.Tides));
        Assert.Empty(run.Files);
        Assert.Empty(run.Result.Diagnostics);
    }

    [Fact]
    public void A_listed_file_that_does_not_generate_can_still_be_referred_to()
    {
        var parts = Contracts.Tides[Contracts.Tides.IndexOf("components:", StringComparison.Ordinal)..];
        var main = Contracts.Tides[..Contracts.Tides.IndexOf("components:", StringComparison.Ordinal)].Replace("'#/components", "'parts.yaml#/components");
        var run = new GeneratorRun(
            static path => new()
            {
                ["build_metadata.AdditionalFiles.ClientGenSpec"] = "true",
                ["build_metadata.AdditionalFiles.ClientGenNamespace"] = "Tides",
                ["build_metadata.AdditionalFiles.ClientGenGenerate"] = path.EndsWith("parts.yaml", StringComparison.Ordinal) ? "false" : "true",
            },
            (Contracts.Path, main), ("spec/parts.yaml", parts));
        Assert.Empty(run.Result.Diagnostics);
        Assert.Contains(run.Files.Values, static text => text.Contains("record Harbour", StringComparison.Ordinal));
    }
}
