using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClientGen.Generator.Tests;

/// <summary>Projects for frameworks and languages that lack what generated code needs.</summary>
public class OldProjectTests
{
    private const string Support = "ClientGen.CompilerSupport.g.cs";

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp11)]
    public void An_old_language_gets_one_finding_that_says_what_to_set_and_no_code(LanguageVersion version)
    {
        var run = new GeneratorRun(Project.Ordinary.In(version), (Contracts.Path, Contracts.WithFinding), ("spec/moons.openapi.yaml", Contracts.Tides));

        var finding = Assert.Single(run.Result.Diagnostics);
        Assert.Equal(("CG9030", DiagnosticSeverity.Error), (finding.Id, finding.Severity));
        Assert.Contains("<LangVersion>12</LangVersion>", finding.GetMessage());
        Assert.Contains($"C# {version.ToDisplayString()},", finding.GetMessage());
        Assert.Empty(run.Files);
    }

    [Fact]
    public void An_old_language_without_contracts_is_left_alone() =>
        Assert.Empty(new GeneratorRun(Project.Ordinary.In(LanguageVersion.CSharp7_3)).Result.Diagnostics);

    [Fact]
    public void The_oldest_language_that_will_do_gets_code()
    {
        var run = new GeneratorRun(Project.Ordinary.In(LanguageVersion.CSharp12), (Contracts.Path, Contracts.Tides));
        Assert.Empty(run.Result.Diagnostics);
        Assert.NotEmpty(run.Files);
    }

    [Fact]
    public void What_the_framework_lacks_is_declared()
    {
        var declared = new GeneratorRun(Project.Bare, (Contracts.Path, Contracts.Tides)).Files[Support];
        foreach (var name in (string[])["class IsExternalInit", "class RequiredMemberAttribute", "class CompilerFeatureRequiredAttribute", "class SetsRequiredMembersAttribute"])
            Assert.Contains("internal " + (name.EndsWith("Init", StringComparison.Ordinal) ? "static " : "sealed ") + name, declared);
    }

    [Fact]
    public void What_the_project_declares_itself_is_not_declared_again()
    {
        var run = new GeneratorRun(Project.Bare, (Contracts.Path, Contracts.Tides));
        var declared = run.AddSource("namespace System.Runtime.CompilerServices { internal static class IsExternalInit { } }").Files[Support];

        Assert.DoesNotContain("IsExternalInit", declared);
        Assert.Contains("RequiredMemberAttribute", declared);
    }

    [Fact]
    public void A_framework_that_has_them_gets_none() =>
        Assert.DoesNotContain(Support, new GeneratorRun((Contracts.Path, Contracts.Tides)).Files.Keys);

    [Fact]
    public void A_newer_framework_is_not_even_asked() =>
        Assert.DoesNotContain(Support, new GeneratorRun(Project.Bare.On("NET7_0_OR_GREATER"), (Contracts.Path, Contracts.Tides)).Files.Keys);

    [Fact]
    public void Without_contracts_nothing_is_declared() => Assert.Empty(new GeneratorRun(Project.Bare).Files);

    [Theory]
    [InlineData("ClientGenCompilerSupport", "false")]
    [InlineData("PolySharpUsePublicAccessibilityForGeneratedTypes", "")]
    public void Declaring_can_be_left_to_others(string property, string value) =>
        Assert.DoesNotContain(Support, new GeneratorRun(Project.Bare.With(property, value), (Contracts.Path, Contracts.Tides)).Files.Keys);

    [Fact]
    public void Unrelated_CSharp_declares_nothing_anew()
    {
        var run = new GeneratorRun(Project.Bare, (Contracts.Path, Contracts.Tides));
        run.AddSource("internal class Unrelated { }");
        Assert.Equal(("Unchanged", "Cached"), (run.Reasons(Stages.Support), run.Reasons("Output")));
    }

    [Theory]
    [InlineData(true, "global::System.DateTime? ", "Codecs.Day", "WireText.OfDay(day)", "WireText.ReadDay(")]
    [InlineData(false, "global::System.DateOnly? ", "Codecs.DateOnly", "WireText.Of(day)", "WireText.ReadDateOnly(")]
    public void A_date_is_what_the_referenced_runtime_makes_of_it(bool isOld, params string[] uses)
    {
        // What tells them apart is whether the runtime was compiled for a framework that has DateOnly.
        var runtime = CSharpCompilation.Create("ClientGen.Runtime", references: isOld ? [] : [MetadataReference.CreateFromFile(typeof(DateOnly).Assembly.Location)]);
        var dated = Contracts.Tides
            .Replace("height: { type: number }", "height: { type: number }\n        day: { type: string, format: date }")
            .Replace("summary: All tides.", "summary: All tides.\n      parameters: [ { name: day, in: query, required: true, schema: { type: string, format: date } } ]")
            .Replace("description: The tides.", "description: The tides.\n          headers: { next: { schema: { type: string, format: date } } }");
        var run = new GeneratorRun(Project.Bare with { References = [runtime.ToMetadataReference()] }, (Contracts.Path, dated));

        Assert.All(uses, use => Assert.Contains(run.Files.Values, text => text.Contains(use, StringComparison.Ordinal)));
    }
}
